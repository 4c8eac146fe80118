import type { LifecycleHandler, Probe } from 'kubernetes-types/core/v1';
import type { FieldErrors } from './field-errors.ts';
import { httpHeaderName, portNumber } from './names.ts';
import { validateNonNegative, validatePort } from './numbers.ts';

export type ProbeKind = 'livenessProbe' | 'readinessProbe' | 'startupProbe';

const NUMBERS = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;
const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;

/** Source: `validateProbe` and its three callers of pkg/apis/core/validation. */
export function validateProbe(kind: ProbeKind, probe: Probe, field: string, errors: FieldErrors): void {
  validateHandler(probe, field, errors);
  for (const name of NUMBERS) validateNonNegative(probe[name], `${field}.${name}`, errors);
  const grace = probe.terminationGracePeriodSeconds;
  const graceField = `${field}.terminationGracePeriodSeconds`;
  if (grace !== undefined && grace <= 0) errors.invalid(graceField, grace, 'must be greater than 0');
  if (kind === 'readinessProbe') {
    if (grace !== undefined) errors.invalid(graceField, grace, 'must not be set for readinessProbes');
  } else if (probe.successThreshold !== 1) {
    errors.invalid(`${field}.successThreshold`, probe.successThreshold, 'must be 1');
  }
}

type Handler = Probe & LifecycleHandler;

/** Exactly one way to ask. Source: `validateHandler`. */
export function validateHandler(handler: Handler, field: string, errors: FieldErrors): void {
  const [first, ...others] = HANDLERS.filter((name) => handler[name] !== undefined);
  validateOnlyHandler(first, handler, field, errors);
  for (const name of others) errors.forbidden(`${field}.${name}`, 'may not specify more than 1 handler type');
}

function validateOnlyHandler(
  first: (typeof HANDLERS)[number] | undefined,
  handler: Handler,
  field: string,
  errors: FieldErrors,
): void {
  switch (first) {
    case undefined:
      return errors.required(field, 'must specify a handler type');
    case 'exec':
      if ((handler.exec?.command ?? []).length === 0) errors.required(`${field}.exec.command`);
      return undefined;
    case 'httpGet':
      return validateHttpGet(handler.httpGet, `${field}.httpGet`, errors);
    case 'tcpSocket':
      return validatePort(handler.tcpSocket?.port, `${field}.tcpSocket.port`, errors);
    case 'grpc':
      for (const text of portNumber(handler.grpc?.port ?? 0)) {
        errors.invalid(`${field}.grpc.port`, handler.grpc?.port ?? 0, text);
      }
      return undefined;
    case 'sleep':
      return undefined;
  }
}

function validateHttpGet(get: Probe['httpGet'], field: string, errors: FieldErrors): void {
  if (!get?.path) errors.required(`${field}.path`);
  validatePort(get?.port, `${field}.port`, errors);
  const scheme = get?.scheme ?? '';
  if (scheme !== 'HTTP' && scheme !== 'HTTPS')
    errors.notSupported(`${field}.scheme`, scheme, ['HTTP', 'HTTPS']);
  for (const { name = '' } of get?.httpHeaders ?? []) {
    for (const text of httpHeaderName(name)) errors.invalid(`${field}.httpHeaders`, name, text);
  }
}
