import { copyJson, isObject, listOr, objectOr, sameJson, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { goValue } from '../../go/text.ts';
import { badRequest, serverError } from '../../store/status-errors.ts';
import { resolveSchema } from '../schema/definitions.ts';

const DIRECTIVE = '$patch';
const RETAIN = '$retainKeys';
const DELETE_FROM = '$deleteFromPrimitiveList/';
const ORDER = '$setElementOrder/';

/**
 * Kubernetes' strategic merge patch: lists with a merge key merge by item, with the directives `$patch`, `$retainKeys`,
 * `$setElementOrder/...` and `$deleteFromPrimitiveList/...`.
 * Source: k8s.io/apimachinery/pkg/util/strategicpatch.
 * @throws StatusError 400
 */
export function applyStrategicMerge(
  schema: JsonObject | undefined,
  object: JsonObject,
  patch: unknown,
): JsonObject {
  if (!isObject(patch))
    throw badRequest(
      'error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}',
    );
  return mergeObject(schema, object, patch);
}

function mergeObject(given: JsonObject | undefined, target: JsonObject, patch: JsonObject): JsonObject {
  const directive = patch[DIRECTIVE];
  if (directive === 'replace') return withoutDirectives(patch);
  if (directive === 'delete') return {};
  if (directive !== undefined && directive !== 'merge')
    throw badRequest(`Unknown patch type found: ${textOr(directive)}`);
  const schema = resolveSchema(given);
  const result = retained(target, patch);
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith('$')) continue;
    if (value === null) {
      delete result[key];
      continue;
    }
    result[key] = mergeValue(propertyOf(schema, key), result[key], value, patch[`${ORDER}${key}`]);
  }
  return deleteFromLists(reorderUntouched(result, schema, patch), patch);
}

/** `$retainKeys` drops every key that it does not name. */
function retained(target: JsonObject, patch: JsonObject): JsonObject {
  const keys = patch[RETAIN];
  if (!Array.isArray(keys)) return { ...target };
  return Object.fromEntries(Object.entries(target).filter(([key]) => keys.includes(key)));
}

/** An order for a list that the patch does not change otherwise. */
function reorderUntouched(target: JsonObject, schema: JsonObject | undefined, patch: JsonObject): JsonObject {
  for (const [key, order] of Object.entries(patch)) {
    if (!key.startsWith(ORDER)) continue;
    const field = key.slice(ORDER.length);
    const list = target[field];
    if (patch[field] !== undefined || !Array.isArray(list)) continue;
    target[field] = inOrder(list, list, listOr(order), mergeKeyOf(propertyOf(schema, field)));
  }
  return target;
}

function deleteFromLists(target: JsonObject, patch: JsonObject): JsonObject {
  for (const [key, values] of Object.entries(patch)) {
    if (!key.startsWith(DELETE_FROM)) continue;
    const field = key.slice(DELETE_FROM.length);
    const list = target[field];
    if (Array.isArray(list)) target[field] = list.filter((item) => !listOr(values).includes(item));
  }
  return target;
}

function mergeValue(given: JsonObject | undefined, target: unknown, patch: unknown, order: unknown): unknown {
  if (isObject(patch)) return mergeObject(given, isObject(target) ? target : {}, patch);
  if (!Array.isArray(patch)) return patch;
  const strategy = textOr(given?.['x-kubernetes-patch-strategy']);
  if (!strategy.split(',').includes('merge')) return copyJson(patch);
  const before = listOr(target);
  const mergeKey = mergeKeyOf(given);
  if (mergeKey === undefined) {
    const added = patch.filter((item) => !before.includes(item));
    return inOrder([...before, ...added], before, orderOr(order, patch), undefined);
  }
  const items = resolveSchema(given)?.items;
  const merged = mergeItems(isObject(items) ? items : undefined, before, patch, mergeKey);
  return inOrder(merged, before, orderOr(order, patch), mergeKey);
}

/** A patch that does not say an order gives its own. */
function orderOr(order: unknown, patch: unknown[]): unknown[] {
  return Array.isArray(order) ? order : patch;
}

function mergeItems(
  items: JsonObject | undefined,
  before: unknown[],
  patch: unknown[],
  mergeKey: string,
): unknown[] {
  const replaces = patch.some(
    (item) => isObject(item) && item[DIRECTIVE] === 'replace' && item[mergeKey] === undefined,
  );
  const entries = patch
    .map(objectOr)
    .filter((item) => item[DIRECTIVE] !== 'replace' || item[mergeKey] !== undefined);
  if (replaces) return entries.map(withoutDirectives);
  let result = [...before];
  for (const item of entries) {
    const key = item[mergeKey];
    if (key === undefined) {
      throw serverError(`map: ${goValue(item)} does not contain declared merge key: ${mergeKey}`);
    }
    const same = (other: unknown) => objectOr(other)[mergeKey] === key;
    if (item[DIRECTIVE] === 'delete') {
      result = result.filter((other) => !same(other));
      continue;
    }
    const at = result.findIndex(same);
    const next = mergeObject(items, objectOr(result[at]), item);
    if (at < 0) result.push(next);
    else result[at] = next;
  }
  return result;
}

/**
 * Sorts a merged list by `$setElementOrder`. Items that the order does not name stay where they were among those that it names.
 * @param before the list on the server
 */
function inOrder(
  list: unknown[],
  before: unknown[],
  order: unknown[],
  mergeKey: string | undefined,
): unknown[] {
  if (order.length === 0) return list;
  const keyOf = (item: unknown) => (mergeKey === undefined ? item : objectOr(item)[mergeKey]);
  const wanted = order.map(keyOf);
  const named = list
    .filter((item) => wanted.includes(keyOf(item)))
    .sort((a, b) => wanted.indexOf(keyOf(a)) - wanted.indexOf(keyOf(b)));
  const others = list.filter((item) => !wanted.includes(keyOf(item)));
  const place = (item: unknown) => before.findIndex((other) => sameJson(keyOf(other), keyOf(item)));
  const result: unknown[] = [];
  while (named.length > 0 && others.length > 0) {
    const first = place(named[0]);
    // New items, which have no place on the server, come first.
    const namedIsNext = first < 0 || first <= place(others[0]);
    result.push(namedIsNext ? named.shift() : others.shift());
  }
  return [...result, ...named, ...others];
}

function withoutDirectives(patch: JsonObject): JsonObject {
  const entries = Object.entries(patch).filter(([key, value]) => !key.startsWith('$') && value !== null);
  return copyJson(Object.fromEntries(entries));
}

function propertyOf(schema: JsonObject | undefined, key: string): JsonObject | undefined {
  const properties = objectOr(schema?.properties);
  const property = Object.hasOwn(properties, key) ? properties[key] : schema?.additionalProperties;
  return isObject(property) ? property : undefined;
}

function mergeKeyOf(given: JsonObject | undefined): string | undefined {
  const key = given?.['x-kubernetes-patch-merge-key'];
  return typeof key === 'string' ? key : undefined;
}
