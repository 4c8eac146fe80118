import type { JsonObject } from '../../store/json.ts';

/** Pieces of the OpenAPI schemas of Spiderpool's CRDs. */

export const text: JsonObject = { type: 'string' };
export const flag: JsonObject = { type: 'boolean' };
export const integer: JsonObject = { type: 'integer' };

export function withDefault(schema: JsonObject, value: unknown): JsonObject {
  return { ...schema, default: value };
}

export function oneOf(
  values: readonly unknown[],
  type: 'string' | 'integer' | 'boolean' = 'string',
): JsonObject {
  return { type, enum: [...values] };
}

/** An integer of the given bounds, both included. */
export function between(minimum: number, maximum?: number): JsonObject {
  return { type: 'integer', minimum, ...(maximum === undefined ? {} : { maximum }) };
}

export function listOf(items: JsonObject): JsonObject {
  return { type: 'array', items };
}

export function object(
  properties: Readonly<Record<string, JsonObject>>,
  required: readonly string[] = [],
): JsonObject {
  return { type: 'object', properties, ...(required.length === 0 ? {} : { required: [...required] }) };
}

/** The whole object of a CRD: `apiVersion`, `kind`, `metadata` and the given parts. */
export function rootObject(parts: Readonly<Record<string, JsonObject>>): JsonObject {
  return object({ apiVersion: text, kind: text, metadata: { type: 'object' }, ...parts });
}

export const texts = listOf(text);
export const ipVersion: JsonObject = { type: 'integer', format: 'int64', enum: [4, 6] };
export const count: JsonObject = { type: 'integer', format: 'int64', minimum: 0 };
export const routes = listOf(object({ dst: text, gw: text }, ['dst', 'gw']));

export const labelSelector: JsonObject = {
  ...object({
    matchExpressions: listOf(object({ key: text, operator: text, values: texts }, ['key', 'operator'])),
    matchLabels: { type: 'object', additionalProperties: text },
  }),
  'x-kubernetes-map-type': 'atomic',
};
