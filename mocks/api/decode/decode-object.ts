import { isObject, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { badRequest } from '../../store/status-errors.ts';
import type { NewKubeObject } from '../../store/store.ts';
import { apiVersionOf } from '../resource-type.ts';
import type { ResourceType } from '../resource-type.ts';
import type { WriteOptions } from '../write-options.ts';
import { decodeCustom } from './custom.ts';
import { withoutZeros } from './omit-zeros.ts';
import { cannotBeHandled, decode, DecodeError, strictError } from './decode.ts';

/** What the strict mode found in an object, for callers that word it themselves. */
export interface StrictFindings {
  object: NewKubeObject;
  /** `unknown field "spec.foo"`, `duplicate field "spec.replicas"`. */
  fields: string[];
}

/**
 * Decodes the body of a request as an object of a type.
 * @throws StatusError 400
 */
export function decodeStrictly(type: ResourceType, body: unknown, options: WriteOptions): StrictFindings {
  if (!isObject(body)) throw notAnObject(type, body);
  checkKind(type, body);
  const named = { ...body, apiVersion: apiVersionOf(type), kind: type.kind };
  try {
    const { value, unknownFields } =
      type.custom === true || type.schema === undefined
        ? decodeCustom(type.schema, named)
        : decode(type.schema, named);
    const fields = [
      ...(options.duplicateFields ?? []).map((path) => `duplicate field "${path}"`),
      ...(type.custom === true ? unknownFields.sort() : unknownFields).map(
        (path) => `unknown field "${path}"`,
      ),
    ];
    const metadata = isObject(value.metadata) ? value.metadata : {};
    return { object: { ...value, metadata } as unknown as NewKubeObject, fields };
  } catch (error) {
    if (error instanceof DecodeError) throw cannotBeHandled(type.kind, type.version, error.message);
    throw error;
  }
}

/**
 * As `decodeStrictly`, with zeros left out as they are stored; unknown and duplicate fields are an error, a warning or nothing,
 * as the options say.
 */
export function decodeObject(type: ResourceType, body: unknown, options: WriteOptions): NewKubeObject {
  const { object, fields } = decodeStrictly(type, body, options);
  if (options.fieldValidation === 'Strict' && fields.length > 0) {
    throw cannotBeHandled(type.kind, type.version, strictError(fields));
  }
  if (options.fieldValidation === 'Warn') for (const field of fields) options.warn?.(field);
  return asStored(type, object);
}

/** A decoded object as it is stored: of Kubernetes' own kinds, optional fields that are zero are left out. */
export function asStored(type: ResourceType, object: NewKubeObject): NewKubeObject {
  if (type.custom === true || type.schema === undefined) return object;
  return withoutZeros(type.schema, object) as unknown as NewKubeObject;
}

function checkKind(type: ResourceType, body: JsonObject): void {
  const expected = apiVersionOf(type);
  const apiVersion = textOr(body.apiVersion);
  const kind = textOr(body.kind);
  if (type.custom === true && (apiVersion === '' || kind === '')) {
    const missing = kind === '' ? `Object 'Kind' is missing` : `Object 'apiVersion' is missing`;
    throw badRequest(`error decoding: ${missing} in '${JSON.stringify(body).slice(0, 200)}'`);
  }
  if (apiVersion !== '' && apiVersion !== expected) {
    throw badRequest(
      `the API version in the data (${apiVersion}) does not match the expected API version (${expected})`,
    );
  }
  // Another kind of a custom resource's group passes, and is judged as what it was sent as.
  if (kind !== '' && kind !== type.kind && type.custom !== true) {
    const wanted = `${type.group === '' ? 'core' : type.group}.${type.kind}`;
    throw badRequest(
      `${kind} in version "${type.version}" cannot be handled as a ${type.kind}: converting (${type.version}.${kind}) to (${wanted}): unknown conversion`,
    );
  }
}

function notAnObject(type: ResourceType, body: unknown) {
  const found = Array.isArray(body) ? 'array' : typeof body;
  const why = `json: cannot unmarshal ${found} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`;
  return badRequest(
    `the object provided is unrecognized (must be of type ${type.kind}): couldn't get version/kind; json parse error: ${why}`,
  );
}
