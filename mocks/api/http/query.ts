import { badRequest, invalid } from '../../store/status-errors.ts';
import type { FieldError } from '../../store/status-errors.ts';
import type { FieldValidation } from '../write-options.ts';

const MANAGER_LIMIT = 128;

/** Whether a query switches something on: `true`, `1`, or the bare name. */
export function flag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name);
  if (value === null) return false;
  return value === '' || value === '1' || /^t(rue)?$/i.test(value);
}

/** A whole number of a query; undefined when it is not there. @throws StatusError 400 */
export function wholeNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  if (!/^-?\d+$/.test(text))
    throw badRequest(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw badRequest(`strconv.ParseInt: parsing ${JSON.stringify(text)}: value out of range`);
  }
  return value;
}

/**
 * `dryRun=All`.
 * @param optionsKind `CreateOptions`, for the error
 * @throws StatusError 422 for any other value
 */
export function dryRunOf(values: readonly string[], optionsKind: string): boolean {
  if (values.every((value) => value === 'All')) return values.length > 0;
  const given = values.map((value) => JSON.stringify(value)).join(', ');
  throw optionsError(optionsKind, {
    reason: 'FieldValueNotSupported',
    field: 'dryRun',
    message: `Unsupported value: []string{${given}}: supported values: "All"`,
  });
}

/** `fieldValidation`, `Warn` when it is not said, as over HTTP. @throws StatusError 422 */
export function fieldValidationOf(query: URLSearchParams, optionsKind: string): FieldValidation {
  const value = query.get('fieldValidation') ?? '';
  if (value === 'Strict' || value === 'Ignore' || value === 'Warn') return value;
  if (value === '') return 'Warn';
  throw notSupported(optionsKind, 'fieldValidation', value, ['', 'Ignore', 'Strict', 'Warn']);
}

/** `fieldManager`, or the name of the client as its User-Agent says. @throws StatusError 422 */
export function fieldManagerOf(
  query: URLSearchParams,
  userAgent: string | undefined,
  optionsKind: string,
): string {
  const given = query.get('fieldManager') ?? '';
  if (given.length > MANAGER_LIMIT) {
    throw optionsError(optionsKind, {
      reason: 'FieldValueTooLong',
      field: 'fieldManager',
      message: `Too long: may not be more than ${MANAGER_LIMIT} bytes`,
    });
  }
  if (!/^[^\p{C}]*$/u.test(given)) {
    throw optionsError(optionsKind, {
      reason: 'FieldValueInvalid',
      field: 'fieldManager',
      message: `Invalid value: ${JSON.stringify(given)}: should only contain printable characters`,
    });
  }
  return given === ''
    ? (userAgent ?? 'unknown').split('/', 1)[0]?.slice(0, MANAGER_LIMIT) || 'unknown'
    : given;
}

/** 422 of an option: `DeleteOptions.meta.k8s.io "" is invalid: ...`. */
export function notSupported(
  optionsKind: string,
  field: string,
  value: string,
  supported: readonly string[],
) {
  const values = supported.map((text) => JSON.stringify(text)).join(', ');
  return optionsError(optionsKind, {
    reason: 'FieldValueNotSupported',
    field,
    message: `Unsupported value: ${JSON.stringify(value)}: supported values: ${values}`,
  });
}

/** 422 of any option. */
export function optionsError(optionsKind: string, error: FieldError) {
  return invalid(`${optionsKind}.meta.k8s.io`, '', [error]);
}
