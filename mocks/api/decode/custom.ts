import { copyJson, isObject } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { loadDefinitions, schemaReference } from '../schema/definitions.ts';
import { decode } from './decode.ts';
import type { Decoded } from './decode.ts';

const HEAD = new Set(['apiVersion', 'kind', 'metadata']);

/**
 * Decodes a custom resource: its metadata as Kubernetes' own, the rest pruned by the schema of its definition.
 * Without a schema everything is kept.
 * @throws DecodeError when the metadata is malformed
 */
export function decodeCustom(schema: JsonObject | undefined, object: JsonObject): Decoded {
  loadDefinitions('meta/v1');
  const unknownFields: string[] = [];
  const meta = decodeMetadata(object);
  const body = Object.fromEntries(Object.entries(object).filter(([key]) => !HEAD.has(key)));
  const pruned = schema === undefined ? copyJson(body) : prune(schema, body, '', unknownFields);
  const { apiVersion, kind } = object;
  return {
    value: { apiVersion, kind, ...meta.value, ...(isObject(pruned) ? pruned : {}) },
    unknownFields: [...meta.unknownFields, ...unknownFields],
  };
}

/** The metadata is read by itself, so that errors name its fields without the way to it. */
function decodeMetadata({ metadata }: JsonObject): Decoded {
  const schema = schemaReference('meta/v1', 'ObjectMeta');
  if (!isObject(metadata)) {
    const given: JsonObject = metadata === undefined ? {} : { metadata };
    return decode({ type: 'object', properties: { metadata: schema } }, given);
  }
  const { value, unknownFields } = decode(schema, metadata);
  return { value: { metadata: value }, unknownFields: unknownFields.map((field) => `metadata.${field}`) };
}

/**
 * Drops what a structural schema does not name, and a null where it allows none and has nothing to put in its place.
 * Source: `structuralpruning` and `PruneNonNullableNullsWithoutDefaults` of k8s.io/apiextensions-apiserver.
 */
function prune(schema: JsonObject, value: unknown, path: string, unknown: string[]): unknown {
  if (Array.isArray(value)) {
    const { items } = schema;
    return isObject(items)
      ? value.map((item, i) => prune(items, item, `${path}[${i}]`, unknown))
      : copyJson(value);
  }
  if (!isObject(value)) return value;
  const open = schema['x-kubernetes-preserve-unknown-fields'] === true;
  const properties = isObject(schema.properties) ? schema.properties : {};
  const others = schema.additionalProperties;
  const result: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    const property = Object.hasOwn(properties, key) ? properties[key] : others;
    const place = path === '' ? key : `${path}.${key}`;
    if (
      inner === null &&
      isObject(property) &&
      property.nullable !== true &&
      property.default === undefined
    ) {
      continue;
    }
    if (isObject(property)) result[key] = prune(property, inner, place, unknown);
    else if (open || property === true) result[key] = copyJson(inner);
    else unknown.push(place);
  }
  return result;
}

/** Fills in the defaults of a schema. Source: `Default` of structural defaulting. Changes `value`. */
export function applyDefaults(schema: JsonObject, value: unknown): void {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (isObject(items)) for (const item of value) applyDefaults(items, item);
    return;
  }
  if (!isObject(value)) return;
  for (const [key, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    if (!isObject(property)) continue;
    const missing = value[key] === undefined || (value[key] === null && property.nullable !== true);
    if (missing && property.default !== undefined) value[key] = copyJson(property.default);
    if (value[key] !== undefined) applyDefaults(property, value[key]);
  }
  if (!isObject(schema.additionalProperties)) return;
  for (const inner of Object.values(value)) applyDefaults(schema.additionalProperties, inner);
}
