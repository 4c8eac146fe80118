import { isObject } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import type { ResourceType } from '../resource-type.ts';
import { schemaReference } from '../schema/definitions.ts';

const METADATA = schemaReference('meta/v1', 'ObjectMeta');
const made = new WeakMap<JsonObject, JsonObject>();

/** The schema that objects of a resource merge by: the metadata of every kind is that of Kubernetes' own. */
export function mergeSchemaOf({ custom, schema }: ResourceType): JsonObject | undefined {
  if (custom !== true || schema === undefined) return schema;
  const known = made.get(schema);
  if (known !== undefined) return known;
  const properties = isObject(schema.properties) ? schema.properties : {};
  const result = { ...schema, properties: { ...properties, metadata: METADATA } };
  made.set(schema, result);
  return result;
}
