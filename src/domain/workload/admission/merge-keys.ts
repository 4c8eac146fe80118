import { isRecord, type UntypedRecord } from '../../untyped.ts';
import { textOf } from '../manifest/plain.ts';

/** What tells the items of a list apart, by the list's field: Kubernetes' `patchMergeKey` and list map keys. */
const keys: Readonly<Record<string, (item: UntypedRecord) => unknown>> = {
  containers: ({ name }) => name,
  initContainers: ({ name }) => name,
  ephemeralContainers: ({ name }) => name,
  env: ({ name }) => name,
  volumes: ({ name }) => name,
  imagePullSecrets: ({ name }) => name,
  resourceClaims: ({ name }) => name,
  schedulingGates: ({ name }) => name,
  volumeMounts: ({ mountPath }) => mountPath,
  volumeDevices: ({ devicePath }) => devicePath,
  hostAliases: ({ ip }) => ip,
  readinessGates: ({ conditionType }) => conditionType,
  ownerReferences: ({ uid }) => uid,
  ports: portKey,
  tolerations: tolerationKey,
  topologySpreadConstraints: ({ topologyKey, whenUnsatisfiable }) =>
    `${textOf(topologyKey)} ${textOf(whenUnsatisfiable)}`,
};

/** Ports of a container by number and protocol, ports of a Service by their own. */
function portKey({ containerPort, port, protocol }: UntypedRecord): unknown {
  const number = containerPort ?? port;
  return number === undefined ? undefined : `${textOf(number)}/${textOf(protocol) || 'TCP'}`;
}

/** Tolerations have no key in Kubernetes, all of one says what it is; `tolerationSeconds` alone may be changed. */
function tolerationKey({ key, operator, value, effect }: UntypedRecord): string {
  const left = operator === 'Exists' ? textOf(key) : `${textOf(key)}=${textOf(value)}`;
  return textOf(effect) === '' ? left : `${left}:${textOf(effect)}`;
}

/**
 * A label for each item of a list, the same for the same item before and after. Two items of one key get a number.
 * @param field the name of the list
 * @returns `undefined` for a list whose items have no keys
 */
export function itemLabels(field: string, items: readonly unknown[]): readonly string[] | undefined {
  const key = Object.hasOwn(keys, field) ? keys[field] : undefined;
  if (key === undefined) return undefined;
  const seen = new Map<string, number>();
  const labels: string[] = [];
  for (const item of items) {
    const found = isRecord(item) ? key(item) : undefined;
    if (typeof found !== 'string' && typeof found !== 'number') return undefined;
    const label = String(found);
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    labels.push(count === 1 ? label : `${label} #${count}`);
  }
  return labels;
}
