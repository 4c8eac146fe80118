import { copyJson, isObject, listOr, objectOr, sameJson } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import type { FieldPath } from '../managed-fields/field-paths.ts';
import { itemElement, SEPARATOR } from '../managed-fields/field-paths.ts';
import { resolveSchema } from '../schema/definitions.ts';
import { shapeOf } from '../schema/shape.ts';

/** The live object with an applied configuration merged into it. Neither argument is changed. */
export function mergeApplied(
  schema: JsonObject | undefined,
  live: JsonObject,
  applied: JsonObject,
): JsonObject {
  return mergeValue(schema, live, applied) as JsonObject;
}

function mergeValue(schema: JsonObject | undefined, live: unknown, applied: unknown): unknown {
  const shape = shapeOf(schema, applied);
  if (live === undefined || shape.kind === 'whole') return copyJson(applied);
  switch (shape.kind) {
    case 'fields': {
      if (!isObject(live)) return copyJson(applied);
      const result: JsonObject = { ...live };
      for (const [key, value] of Object.entries(objectOr(applied))) {
        result[key] = mergeValue(shape.field(key), live[key], value);
      }
      return result;
    }
    case 'set': {
      const before = listOr(live);
      return [...before, ...listOr(applied).filter((item) => !before.some((other) => sameJson(other, item)))];
    }
    case 'keyed': {
      const before = listOr(live);
      const keyOf = (item: unknown) => itemElement(item, shape.keys);
      const merged = listOr(applied).map((item) => {
        const old = before.find((other) => keyOf(other) === keyOf(item));
        return mergeValue(shape.items, old, item);
      });
      return inOrderOfBoth(before, merged, keyOf);
    }
  }
}

/** The applied items in their order, and each of the others where it stood before the next applied one. */
function inOrderOfBoth(
  before: readonly unknown[],
  merged: readonly unknown[],
  keyOf: (item: unknown) => string,
): unknown[] {
  const applied = new Set(merged.map(keyOf));
  const result: unknown[] = [];
  let next = 0;
  for (const item of before) {
    if (!applied.has(keyOf(item))) result.push(item);
    else if (next < merged.length) {
      result.push(merged[next]);
      next += 1;
    }
  }
  return [...result, ...merged.slice(next)];
}

/**
 * Removes fields that an applier no longer applies.
 * @param paths the fields to go; an item of a keyed list goes whole
 */
export function removeFields(
  schema: JsonObject | undefined,
  object: JsonObject,
  paths: Iterable<FieldPath>,
): JsonObject {
  let result: unknown = object;
  const all = new Set(paths);
  for (const path of all) {
    const elements = path.split(SEPARATOR);
    // What goes with its parent is not taken away one by one: an item without its keys would not be found any more.
    const goesWithParent = elements.some(
      (_, end) => end > 0 && all.has(elements.slice(0, end).join(SEPARATOR)),
    );
    if (!goesWithParent) result = without(schema, result, elements);
  }
  return isObject(result) ? result : {};
}

function without(schema: JsonObject | undefined, value: unknown, path: readonly string[]): unknown {
  const [element = '', ...rest] = path;
  if (element.startsWith('f:')) {
    const name = element.slice(2);
    if (!isObject(value) || value[name] === undefined) return value;
    const { [name]: inner, ...others } = value;
    if (rest.length === 0) return others;
    const shape = shapeOf(schema, value);
    const left = without(shape.kind === 'fields' ? shape.field(name) : undefined, inner, rest);
    return isEmpty(left) && !isEmpty(inner) ? others : { ...value, [name]: left };
  }
  if (!Array.isArray(value)) return value;
  if (element.startsWith('v:')) return value.filter((item) => JSON.stringify(item) !== element.slice(2));
  const shape = shapeOf(schema, value);
  const keys = shape.kind === 'keyed' ? shape.keys : Object.keys(JSON.parse(element.slice(2)) as JsonObject);
  const isTarget = (item: unknown) => itemElement(item, keys) === element;
  if (rest.length === 0) return value.filter((item) => !isTarget(item));
  const items = resolveSchema(schema)?.items;
  return value.map((item) =>
    isTarget(item) ? without(isObject(items) ? items : undefined, item, rest) : item,
  );
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}
