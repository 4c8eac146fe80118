import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { isObject } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';
import type { FieldErrors } from './field-errors.ts';

const ajv = new Ajv({ allErrors: true, strict: false, verbose: true, validateFormats: false });
const compiled = new WeakMap<JsonObject, ValidateFunction>();

/**
 * Checks a custom resource against the schema of its definition, in the words of k8s.io/kube-openapi.
 * `apiVersion`, `kind` and `metadata` are checked elsewhere.
 */
export function validateCustom(schema: JsonObject, object: KubeObject, errors: FieldErrors): void {
  const check = validatorOf(schema);
  if (check(object)) return;
  for (const error of missingLast(check.errors ?? [])) report(error, errors);
}

/** What an object lacks is told after what is wrong inside of it; ajv tells it first. Source: `objectValidator.Validate`. */
function missingLast(errors: readonly ErrorObject[]): ErrorObject[] {
  const [first] = errors;
  if (first === undefined) return [];
  if (first.keyword !== 'required') return [first, ...missingLast(errors.slice(1))];
  const { instancePath } = first;
  const isMissing = (error: ErrorObject) =>
    error.keyword === 'required' && error.instancePath === instancePath;
  const missing = errors.slice(0, lengthOf(errors, isMissing));
  const others = errors.slice(missing.length);
  const inside = others.slice(
    0,
    lengthOf(others, (error) => error.instancePath.startsWith(`${instancePath}/`)),
  );
  return [...missingLast(inside), ...missing, ...missingLast(others.slice(inside.length))];
}

/** How many at the beginning of a list are so. */
function lengthOf<T>(list: readonly T[], isSo: (item: T) => boolean): number {
  const end = list.findIndex((item) => !isSo(item));
  return end < 0 ? list.length : end;
}

function validatorOf(schema: JsonObject): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const check = ajv.compile(withoutMetadata(schema));
  compiled.set(schema, check);
  return check;
}

function withoutMetadata(schema: JsonObject): JsonObject {
  const properties = isObject(schema.properties) ? { ...schema.properties } : {};
  delete properties.metadata;
  return plainSchema({ ...schema, properties });
}

/** `x-kubernetes-int-or-string` said in JSON Schema; the rest as it is. */
function plainSchema(schema: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' && isObject(value)) {
      const entries = Object.entries(value).map(([name, inner]) => [
        name,
        isObject(inner) ? plainSchema(inner) : inner,
      ]);
      result.properties = Object.fromEntries(entries);
    } else if ((key === 'items' || key === 'additionalProperties') && isObject(value)) {
      result[key] = plainSchema(value);
    } else if (key !== 'default' && key !== 'description') result[key] = value;
  }
  if (schema['x-kubernetes-int-or-string'] === true) result.type = ['integer', 'string'];
  // ajv knows `nullable` only beside `type`.
  if (result.type === undefined) delete result.nullable;
  return result;
}

function fieldOf(instancePath: string): string {
  return instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(
      (path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path === '' ? part : `${path}.${part}`),
      '',
    );
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value;
}

/** One error of ajv as a field error. Source: `openapi/validation/errors` of k8s.io/kube-openapi. */
function report(error: ErrorObject, errors: FieldErrors): void {
  const field = fieldOf(error.instancePath);
  const params = error.params as JsonObject;
  const value: unknown = error.data;
  const limit = String(params.limit);
  switch (error.keyword) {
    case 'required': {
      const missing = String(params.missingProperty);
      return errors.required(field === '' ? missing : `${field}.${missing}`);
    }
    case 'type': {
      const found = typeName(value);
      const expected = Array.isArray(params.type) ? (params.type as string[]).join(',') : String(params.type);
      const text = `${field} in body must be of type ${expected.replace(',null', '')}: "${found}"`;
      return errors.wrongType(field, found, text);
    }
    case 'enum':
      return errors.notSupported(field, value, (params.allowedValues as unknown[]).map(String));
    case 'minimum':
      return errors.invalid(field, value, `${field} in body should be greater than or equal to ${limit}`);
    case 'maximum':
      return errors.invalid(field, value, `${field} in body should be less than or equal to ${limit}`);
    case 'pattern':
      return errors.invalid(field, value, `${field} in body should match '${String(params.pattern)}'`);
    case 'minLength':
      return errors.invalid(field, value, `${field} in body should be at least ${limit} chars long`);
    case 'maxLength':
      return errors.tooLong(field, Number(params.limit));
    case 'maxItems':
      return errors.tooMany(field, Array.isArray(value) ? value.length : 0, Number(params.limit));
    case 'minItems':
      return errors.invalid(
        field,
        Array.isArray(value) ? value.length : 0,
        `${field} in body should have at least ${limit} items`,
      );
    default:
      return errors.invalid(field, value, `${field} in body ${error.message ?? 'is not valid'}`);
  }
}
