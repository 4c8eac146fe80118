import { isObject, listOr, objectOr, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { resolveSchema } from './definitions.ts';

/** How a value merges: by its fields, by the keys of its items, as a set, or only whole. */
export type Shape =
  | { kind: 'fields'; field(name: string): JsonObject | undefined }
  | { kind: 'keyed'; keys: string[]; items: JsonObject | undefined }
  | { kind: 'set' }
  | { kind: 'whole' };

/** The shape of a value under its schema. Without a schema, objects merge by field and lists are whole. */
export function shapeOf(given: JsonObject | undefined, value: unknown): Shape {
  const schema = resolveSchema(given);
  // Keys beside a reference describe the field, and go before those of the type.
  const hints = { ...schema, ...given };
  if (Array.isArray(value)) return listShape(hints, schema);
  if (!isObject(value) || hints['x-kubernetes-map-type'] === 'atomic') return { kind: 'whole' };
  const properties = objectOr(schema?.properties);
  const others = schema?.additionalProperties;
  return {
    kind: 'fields',
    field: (name) => {
      const own = Object.hasOwn(properties, name) ? properties[name] : others;
      return isObject(own) ? own : undefined;
    },
  };
}

function listShape(hints: JsonObject, schema: JsonObject | undefined): Shape {
  const type = textOr(hints['x-kubernetes-list-type']);
  if (type === 'set') return { kind: 'set' };
  if (type !== 'map') return { kind: 'whole' };
  const items = isObject(schema?.items) ? schema.items : undefined;
  return { kind: 'keyed', keys: listOr(hints['x-kubernetes-list-map-keys']).map(textOr), items };
}

/** What stands for a key that an item does not have, as Kubernetes' schemas say. */
const DEFAULT_KEYS: Readonly<Record<string, string>> = { name: '', protocol: 'TCP' };

/** The keys of an item in a keyed list. A port without protocol is a TCP port. */
export function keysOf(item: unknown, keys: readonly string[]): JsonObject {
  const object = objectOr(item);
  const entries = keys.map((key): [string, unknown] => [key, object[key] ?? DEFAULT_KEYS[key]]);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
