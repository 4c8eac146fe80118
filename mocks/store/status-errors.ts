import { qualifiedResource, splitResourceName } from './resource-name.ts';
import { StatusError } from './store.ts';
import type { ResourceName, StatusBody } from './store.ts';

/** One refused field, as `field.Error` of Kubernetes: `Required value`, `Invalid value: "x": must be ...`. */
export interface FieldError {
  reason: FieldErrorReason;
  /** Path in the object: `spec.template.spec.containers[0].image`. */
  field: string;
  /** The text without the path: `Required value`, `Invalid value: -1: must be greater than or equal to 0`. */
  message: string;
}

export type FieldErrorReason =
  | 'FieldValueRequired'
  | 'FieldValueInvalid'
  | 'FieldValueDuplicate'
  | 'FieldValueForbidden'
  | 'FieldValueNotSupported'
  | 'FieldValueNotFound'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany'
  | 'FieldValueTypeInvalid';

function detailsOf(resource: ResourceName, name: string): NonNullable<StatusBody['details']> {
  const { group, plural } = splitResourceName(resource);
  return { ...(name === '' ? {} : { name }), ...(group === '' ? {} : { group }), kind: plural };
}

/** 404 `deployments.apps "web" not found`. */
export function notFound(resource: ResourceName, name: string): StatusError {
  return new StatusError({
    code: 404,
    reason: 'NotFound',
    message: `${qualifiedResource(resource)} "${name}" not found`,
    details: detailsOf(resource, name),
  });
}

/** 409 `deployments.apps "web" already exists`. */
export function alreadyExists(resource: ResourceName, name: string): StatusError {
  return new StatusError({
    code: 409,
    reason: 'AlreadyExists',
    message: `${qualifiedResource(resource)} "${name}" already exists`,
    details: detailsOf(resource, name),
  });
}

/** 409 `Operation cannot be fulfilled on deployments.apps "web": <why>`. */
export function conflict(resource: ResourceName, name: string, why: string): StatusError {
  return new StatusError({
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${qualifiedResource(resource)} "${name}": ${why}`,
    details: detailsOf(resource, name),
  });
}

/** The conflict of a stale resourceVersion. */
export function staleVersion(resource: ResourceName, name: string): StatusError {
  return conflict(
    resource,
    name,
    'the object has been modified; please apply your changes to the latest version and try again',
  );
}

/** 403 `pods "web" is forbidden: <why>`. */
export function forbidden(resource: ResourceName, name: string, why: string): StatusError {
  const named =
    name === '' ? `${qualifiedResource(resource)} is` : `${qualifiedResource(resource)} "${name}" is`;
  return new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: `${named} forbidden: ${why}`,
    details: detailsOf(resource, name),
  });
}

/** 400 with the message as it is. */
export function badRequest(message: string): StatusError {
  return new StatusError({ code: 400, reason: 'BadRequest', message });
}

/** 500 with the message as it is, for what the API server passes on as an error without a reason. */
export function serverError(message: string): StatusError {
  return new StatusError({ code: 500, reason: '', message });
}

/** 405 as the API server words it. */
export function methodNotAllowed(): StatusError {
  return new StatusError({
    code: 405,
    reason: 'MethodNotAllowed',
    message: 'the server does not allow this method on the requested resource',
    details: {},
  });
}

/**
 * 422 `Deployment.apps "web" is invalid: <errors>` with one cause for each refused field.
 * One error is written plainly, several in brackets, as `field.ErrorList.ToAggregate` does.
 * @param qualifiedKind `Deployment.apps`, or `Service` for the core group
 */
export function invalid(qualifiedKind: string, name: string, errors: readonly FieldError[]): StatusError {
  const texts = [...new Set(errors.map((error) => `${error.field}: ${error.message}`))];
  const text = texts.length === 1 ? texts.join('') : `[${texts.join(', ')}]`;
  const dot = qualifiedKind.indexOf('.');
  const kind = dot < 0 ? qualifiedKind : qualifiedKind.slice(0, dot);
  return new StatusError({
    code: 422,
    reason: 'Invalid',
    message: `${qualifiedKind} "${name}" is invalid: ${text}`,
    details: {
      ...(name === '' ? {} : { name }),
      ...(dot < 0 ? {} : { group: qualifiedKind.slice(dot + 1) }),
      ...(kind === '' ? {} : { kind }),
      causes: errors.map(({ reason, message, field }) => ({ reason, message, field })),
    },
  });
}
