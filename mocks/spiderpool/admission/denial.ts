import { StatusError } from '../../store/store.ts';
import { aggregate } from '../../go/text.ts';

/** One field that a webhook refuses, in the words of Kubernetes' `field.Error`. */
export interface FieldDenial {
  reason:
    | 'FieldValueForbidden'
    | 'FieldValueInvalid'
    | 'FieldValueRequired'
    | 'FieldValueNotSupported'
    | 'InternalError';
  field: string;
  /** What follows the path: `Forbidden: is not changeable`. */
  message: string;
}

export function forbiddenField(field: string, detail: string): FieldDenial {
  return { reason: 'FieldValueForbidden', field, message: `Forbidden: ${detail}` };
}

/** @param value the refused value as Go prints it: text is quoted, and so is `null`; numbers are not */
export function invalidField(
  field: string,
  value: string | number | null | Printed,
  detail: string,
): FieldDenial {
  return { reason: 'FieldValueInvalid', field, message: `Invalid value: ${print(value)}: ${detail}` };
}

export function requiredField(field: string, detail: string): FieldDenial {
  return { reason: 'FieldValueRequired', field, message: `Required value: ${detail}` };
}

export function unsupportedField(
  field: string,
  value: string | number | null,
  supported: readonly string[],
): FieldDenial {
  const list = supported.map((item) => JSON.stringify(item)).join(', ');
  return {
    reason: 'FieldValueNotSupported',
    field,
    message: `Unsupported value: ${print(value)}: supported values: ${list}`,
  };
}

export function internalField(field: string, detail: string): FieldDenial {
  return { reason: 'InternalError', field, message: `Internal error: ${detail}` };
}

/** A value that Go prints in a way of its own (`%#v` of a struct). */
export interface Printed {
  go: string;
}

function print(value: string | number | null | Printed): string {
  // field.Error makes a text of what is nil.
  if (value === null) return '"null"';
  return typeof value === 'object' ? value.go : JSON.stringify(value);
}

/** Which webhook speaks, and for which kind. */
export interface Webhook {
  /** `spiderippool.spiderpool.spidernet.io` */
  name: string;
  /** `SpiderIPPool` */
  kind: string;
}

const GROUP = 'spiderpool.spidernet.io';

/** 422: the object breaks rules of the webhook. */
export function deniedInvalid(webhook: Webhook, name: string, errors: readonly FieldDenial[]): StatusError {
  const texts = errors.map(({ field, message }) => `${field}: ${message}`);
  return new StatusError({
    code: 422,
    reason: 'Invalid',
    message: denied(webhook, `${webhook.kind}.${GROUP} "${name}" is invalid: ${aggregate(texts)}`),
    details: { name, group: GROUP, kind: webhook.kind, causes: errors.map((error) => ({ ...error })) },
  });
}

/** 409: a webhook looks for the name itself, before the API server does. */
export function deniedExisting(webhook: Webhook, name: string): StatusError {
  return new StatusError({
    code: 409,
    reason: 'AlreadyExists',
    message: denied(webhook, `${webhook.kind}.${GROUP} "${name}" already exists`),
    details: { name, group: GROUP, kind: webhook.kind },
  });
}

/** 403 without a resource: `forbidden: <why>`. */
export function deniedForbidden(webhook: Webhook, why: string): StatusError {
  return new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: denied(webhook, `forbidden: ${why}`),
    details: {},
  });
}

/** 403 that names the resource, as the delete guards do. */
export function deniedDelete(webhook: Webhook, plural: string, name: string, why: string): StatusError {
  return new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: denied(webhook, `${plural}.${GROUP} "${name}" is forbidden: ${why}`),
    details: { name, group: GROUP, kind: plural },
  });
}

/** 403 with a bare text: how a webhook answers with an error that is no API Status. */
export function deniedPlain(webhook: Webhook, why: string): StatusError {
  return new StatusError({ code: 403, reason: 'Forbidden', message: denied(webhook, why) });
}

function denied(webhook: Webhook, text: string): string {
  return `admission webhook "${webhook.name}" denied the request: ${text}`;
}
