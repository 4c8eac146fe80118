import { isObject } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { resolveSchema } from '../schema/definitions.ts';

/**
 * What keeps a configuration from being applied: the first value of another type than the schema's.
 * Source: the typed values of sigs.k8s.io/structured-merge-diff.
 * @returns `.spec.replicas: expected numeric (int or float), got string`
 */
export function typedProblem(given: JsonObject | undefined, value: unknown, path = ''): string | undefined {
  const schema = resolveSchema(given);
  if (schema === undefined || value === null || value === undefined) return undefined;
  switch (schema.type) {
    case 'integer':
    case 'number':
      if (typeof value === 'number') return undefined;
      return `${path}: expected numeric (int or float), got ${kindOf(value)}`;
    case 'string':
      // Quantities, and what may be a number as well, have a format.
      return typeof value === 'string' || schema.format !== undefined
        ? undefined
        : `${path}: expected string, got ${printed(value)}`;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `${path}: expected boolean, got ${printed(value)}`;
    case 'array':
      if (!Array.isArray(value)) return `${path}: expected list, got ${printed(value)}`;
      return first(value.map((item, index) => typedProblem(inner(schema.items), item, `${path}[${index}]`)));
    case 'object':
      if (!isObject(value)) return `${path}: expected map, got ${printed(value)}`;
      return first(
        Object.entries(value).map(([key, item]) => {
          const properties = isObject(schema.properties) ? schema.properties : {};
          const field = Object.hasOwn(properties, key) ? properties[key] : schema.additionalProperties;
          return typedProblem(inner(field), item, `${path}.${key}`);
        }),
      );
    default:
      return undefined;
  }
}

function first(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}

function inner(value: unknown): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'map' : typeof value;
}

function printed(value: unknown): string {
  return `&value.valueUnstructured{Value:${JSON.stringify(value)}}`;
}
