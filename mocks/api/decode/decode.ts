import { isObject } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { badRequest } from '../../store/status-errors.ts';
import { referenceOf, resolveSchema } from '../schema/definitions.ts';
import { decodeScalar, goKind } from './scalars.ts';

/** What decoding leaves: the object without unknown fields and nulls, and the paths of the unknown fields. */
export interface Decoded {
  value: JsonObject;
  unknownFields: string[];
}

interface Position {
  /** With list indexes: `spec.containers[0].image`. */
  path: string;
  /** As Go's decoder names it: the type that holds the field, and the path without indexes. */
  goPath: string;
  goStruct: string;
}

/** Why a value cannot be decoded, in the words of Go's JSON decoder. */
export class DecodeError extends Error {}

/**
 * Decodes an object as the API server decodes its own kinds: a value of the wrong type is an error, nulls count as absent,
 * unknown fields are dropped and reported, quantities become canonical.
 * @throws DecodeError
 */
export function decode(schema: JsonObject, object: JsonObject): Decoded {
  const unknownFields: string[] = [];
  const root: Position = { path: '', goPath: '', goStruct: goTypeOf(schema) };
  const value = decodeValue(schema, object, root, unknownFields);
  return { value: isObject(value) ? value : {}, unknownFields };
}

/** `BadRequest` with the error of the decoder: `Deployment in version "v1" cannot be handled as a Deployment: ...`. */
export function cannotBeHandled(kind: string, version: string, why: string) {
  return badRequest(`${kind} in version "${version}" cannot be handled as a ${kind}: ${why}`);
}

/** The text of unknown and duplicate fields in strict mode. */
export function strictError(fields: readonly string[]): string {
  return `strict decoding error: ${fields.join(', ')}`;
}

function decodeValue(given: JsonObject, value: unknown, at: Position, unknown: string[]): unknown {
  const schema = resolveSchema(given) ?? {};
  if (schema.type === 'object') return decodeObject(schema, goTypeOf(given), value, at, unknown);
  if (schema.type === 'array') {
    if (!Array.isArray(value)) throw mismatch(value, at, `[]${goTypeOf(asSchema(schema.items))}`);
    const items = asSchema(schema.items);
    return value.map((item, index) =>
      item === null
        ? emptyItem(items)
        : decodeValue(items, item, { ...at, path: `${at.path}[${index}]` }, unknown),
    );
  }
  const scalar = decodeScalar(schema, value);
  if (scalar.ok) return scalar.value;
  throw scalar.expected === undefined ? new DecodeError(scalar.why) : mismatch(value, at, scalar.expected);
}

function decodeObject(
  schema: JsonObject,
  type: string,
  value: unknown,
  at: Position,
  unknown: string[],
): unknown {
  const open = schema['x-kubernetes-preserve-unknown-fields'] === true;
  const valueSchema = schema.additionalProperties;
  if (!isObject(value)) {
    throw mismatch(value, at, isObject(valueSchema) ? `map[string]${goTypeOf(valueSchema)}` : type);
  }
  if (open && !isObject(schema.properties)) return value;
  const properties = isObject(schema.properties) ? schema.properties : {};
  const result: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    const property = Object.hasOwn(properties, key) ? properties[key] : valueSchema;
    if (!isObject(property)) {
      unknown.push(join(at.path, key));
      continue;
    }
    // A caller in code may say undefined where JSON has nothing.
    if (inner === undefined) continue;
    if (inner === null) {
      if (property === valueSchema) result[key] = emptyItem(property);
      continue;
    }
    const named = property !== valueSchema;
    const next: Position = {
      path: join(at.path, key),
      // Go's decoder does not name the keys of a map.
      goPath: named ? join(at.goPath, key) : at.goPath,
      goStruct: named ? type.replace(/^.*\./, '') : at.goStruct,
    };
    result[key] = decodeValue(property, inner, next, unknown);
  }
  return result;
}

/** Go keeps a null inside a list or a map as the zero value of its type. */
function emptyItem(given: JsonObject): unknown {
  const schema = resolveSchema(given) ?? {};
  if (schema.type === 'object') return {};
  if (schema.type === 'array') return [];
  if (schema.type === 'integer') return 0;
  return schema.type === 'boolean' ? false : '';
}

function mismatch(value: unknown, at: Position, expected: string): DecodeError {
  const field = at.goPath === '' ? '' : `Go struct field ${at.goStruct.replace(/^.*\./, '')}.${at.goPath}`;
  const target = field === '' ? `Go value of type ${expected}` : `${field} of type ${expected}`;
  return new DecodeError(`json: cannot unmarshal ${goKind(value)} into ${target}`);
}

/** `v1.PodSpec`, `string`, `[]v1.Container`: the Go type behind a schema. */
function goTypeOf(given: JsonObject): string {
  const reference = referenceOf(given);
  const schema = resolveSchema(given) ?? {};
  if (reference !== '' && schema.type === 'object') return reference.split('.').slice(-2).join('.');
  if (schema.type === 'array') return `[]${goTypeOf(asSchema(schema.items))}`;
  if (schema.type === 'integer') return typeof schema.format === 'string' ? schema.format : 'int';
  if (schema.type === 'boolean') return 'bool';
  if (schema.type === 'object') return 'map[string]interface {}';
  return 'string';
}

function asSchema(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
