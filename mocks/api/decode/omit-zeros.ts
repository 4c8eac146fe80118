import { isObject } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { referenceOf, resolveSchema } from '../schema/definitions.ts';
import { keepsZero } from '../schema/kept-zeros.ts';

/**
 * A decoded object as Go would write it again: an optional field that is zero or empty is left out, as if nobody had written
 * it, unless Go can tell the two apart.
 */
export function withoutZeros(schema: JsonObject, object: JsonObject): JsonObject {
  return clean(schema, object) as JsonObject;
}

function clean(given: JsonObject, value: unknown): unknown {
  const schema = resolveSchema(given) ?? {};
  if (Array.isArray(value)) {
    const items = asSchema(schema.items);
    return value.map((item) => clean(items, item));
  }
  if (!isObject(value)) return value;
  if (isMap(schema)) {
    const values = asSchema(schema.additionalProperties);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(values, inner)]));
  }
  // Free JSON: nothing is known of what is inside.
  if (!isObject(schema.properties)) return value;
  const { properties } = schema;
  const required = Array.isArray(schema.required) ? (schema.required as unknown[]) : [];
  const type = referenceOf(given).replace(/^.*\./, '');
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const field = asSchema(properties[key]);
      const cleaned = clean(field, inner);
      const stays = required.includes(key) || keepsZero(type, key) || !isZero(field, cleaned);
      return stays ? [[key, cleaned]] : [];
    }),
  );
}

/** Of a text, number, truth value, list or map; a struct is never zero for `omitempty`. */
function isZero(given: JsonObject, value: unknown): boolean {
  const schema = resolveSchema(given) ?? {};
  if (Array.isArray(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0 && isMap(schema);
  return schema.format !== 'int-or-string' && (value === '' || value === 0 || value === false);
}

/** A map of free keys. An empty struct is still there: `emptyDir: {}`. */
function isMap({ properties, additionalProperties }: JsonObject): boolean {
  return properties === undefined && isObject(additionalProperties);
}

function asSchema(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
