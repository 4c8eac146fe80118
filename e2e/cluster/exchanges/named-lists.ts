import { listOr, objectOr, textOr } from '../../../mocks/store/json.ts';
import type { JsonObject } from '../../../mocks/store/json.ts';

/** The same of all groups in one answer. */
export function byGroup(list: JsonObject): JsonObject {
  const groups = listOr(list.items).map((item) => {
    const { metadata, versions } = objectOr(item);
    const byVersion = listOr(versions).map((entry) => {
      const { version, resources, ...rest } = objectOr(entry);
      return [textOr(version), { ...rest, resources: keyed(resources, 'resource', 'subresources') }] as const;
    });
    return [textOr(objectOr(metadata).name), { metadata, versions: Object.fromEntries(byVersion) }] as const;
  });
  return { ...list, items: Object.fromEntries(groups.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** A list as an object, by a field of its items. @param inside a list of each item that is treated alike */
function keyed(list: unknown, field: string, inside?: string): JsonObject {
  const entries = listOr(list).map((item) => {
    const object = objectOr(item);
    const parts =
      inside === undefined || object[inside] === undefined
        ? {}
        : { [inside]: keyed(object[inside], 'subresource') };
    return [textOr(object[field]), { ...object, ...parts }] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Lists whose items have a name are compared name by name, so that one more or less does not shift the others. */
export function byName(list: JsonObject): JsonObject {
  const key = list.kind === 'APIResourceList' ? 'resources' : 'groups';
  const items = Array.isArray(list[key]) ? (list[key] as JsonObject[]) : [];
  const entries = items.map((item) => [textOr(item.name), item] as const);
  return { ...list, [key]: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The paths that a server lists, by themselves. */
export function byPath(list: JsonObject): JsonObject {
  return { ...list, paths: Object.fromEntries(listOr(list.paths).map((path) => [textOr(path), true])) };
}

/** The causes of an error, each once: how often the API server checks the same is its own affair. */
export function withoutRepeats(causes: readonly unknown[]): unknown[] {
  const seen = new Set<string>();
  return causes.filter((cause) => {
    const text = JSON.stringify(cause);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

/** Managers by who they are: their order is that of times. One more of a name that was there is told as well. */
export function byManager(entries: readonly unknown[]): JsonObject {
  const named = entries.map((entry) => {
    const { manager, operation, subresource, ...rest } = objectOr(entry);
    const name = [manager, operation, ...(subresource === undefined ? [] : [subresource])].join(' ');
    return { name, rest, text: `${name} ${JSON.stringify(rest)}` };
  });
  const result: JsonObject = {};
  for (const { name, rest } of named.sort((a, b) => (a.text < b.text ? -1 : 1))) {
    let free = name;
    for (let count = 2; free in result; count += 1) free = `${name} (${count})`;
    result[free] = rest;
  }
  return result;
}
