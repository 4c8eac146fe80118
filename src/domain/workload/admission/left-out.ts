import { isRecord } from '../../untyped.ts';
import { isTextMap, type ObjectPath, pathText } from './object-path.ts';

/** What the server writes by itself: it says nothing of admission. */
const serverOwned: ReadonlySet<string> = new Set([
  'status',
  'metadata.uid',
  'metadata.creationTimestamp',
  'metadata.generation',
  'metadata.resourceVersion',
  'metadata.managedFields',
  'metadata.selfLink',
]);

export function isServerOwned(path: ObjectPath): boolean {
  return serverOwned.has(pathText(path));
}

/**
 * Flags and numbers whose zero is the same as their absence: Go writes neither (`omitempty` on a field that is no
 * pointer). For every other one the zero is a choice: `automountServiceAccountToken: false`.
 */
const zeroIsAbsent: ReadonlySet<string> = new Set([
  'failureThreshold',
  'healthCheckNodePort',
  'hostIPC',
  'hostNetwork',
  'hostPID',
  'hostPort',
  'initialDelaySeconds',
  'minReadySeconds',
  'nodePort',
  'paused',
  'periodSeconds',
  'publishNotReadyAddresses',
  'readOnly',
  'stdin',
  'stdinOnce',
  'successThreshold',
  'targetPort',
  'timeoutSeconds',
  'tty',
]);

/** Whether a value means the same as none: the server leaves it out of what it answers. */
export function meansAbsent(path: ObjectPath, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  const last = path.at(-1);
  if (last?.kind === 'entry') return false;
  if (value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (value === 0 || value === false) return last?.kind === 'field' && zeroIsAbsent.has(last.name);
  return isRecord(value) && Object.keys(value).length === 0 && isTextMap(path, value);
}
