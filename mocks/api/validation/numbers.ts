import { isIP } from 'node:net';
import { GoLiteral } from './field-errors.ts';
import type { FieldErrors } from './field-errors.ts';
import { percent, portName, portNumber } from './names.ts';

export const NEGATIVE = 'must be greater than or equal to 0';

/** `must be greater than or equal to 0`, for a number that is there. */
export function validateNonNegative(value: number | undefined, field: string, errors: FieldErrors): void {
  if (value !== undefined && value < 0) errors.invalid(field, value, NEGATIVE);
}

/** A port by number or by name. Source: `ValidatePortNumOrName`. */
export function validatePort(port: number | string | undefined, field: string, errors: FieldErrors): void {
  const texts = typeof port === 'string' ? portName(port) : portNumber(port ?? 0);
  for (const text of texts) errors.invalid(field, port ?? 0, text);
}

/** A whole number or a percentage of 0 or more. Source: `ValidatePositiveIntOrPercent` of pkg/apis/apps/validation. */
export function validateIntOrPercent(
  value: number | string | undefined,
  field: string,
  errors: FieldErrors,
): void {
  if (typeof value === 'string')
    for (const text of percent(value)) errors.invalid(field, goIntOrString(value), text);
  else validateNonNegative(value, field, errors);
}

/** A number or percentage as Go prints it in errors. */
export function goIntOrString(value: number | string | undefined): GoLiteral {
  return new GoLiteral(
    typeof value === 'string'
      ? `intstr.IntOrString{Type:1, IntVal:0, StrVal:${JSON.stringify(value)}}`
      : `intstr.IntOrString{Type:0, IntVal:${value ?? 0}, StrVal:""}`,
  );
}

/** The number of `5`, `"5"` and `5%`; 0 for other texts. Source: `getIntOrPercentValue`. */
export function intOrPercentValue(value: number | string | undefined): number {
  if (typeof value === 'number') return value;
  if (value === undefined) return 0;
  return percent(value).length === 0
    ? Number(value.slice(0, -1))
    : Number(/^[+-]?\d+$/.exec(value)?.[0] ?? 0);
}

/** Source: `IsNotMoreThan100Percent`. */
export function validateAtMost100Percent(
  value: number | string | undefined,
  field: string,
  errors: FieldErrors,
): void {
  if (typeof value === 'string' && intOrPercentValue(value) > 100) {
    errors.invalid(field, goIntOrString(value), 'must not be greater than 100%');
  }
}

/** Source: `IsValidIP` of k8s.io/apimachinery. Leading zeros are accepted there, and here. */
export function validateAddress(text: string, field: string, errors: FieldErrors): void {
  const plain = text.replaceAll(/(^|\.)0+(?=\d)/g, '$1');
  if (isIP(plain) === 0 || text.includes('%')) {
    errors.invalid(field, text, 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)');
  }
}
