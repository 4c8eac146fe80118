import { isRecord, recordAt, valueAt, type UntypedRecord } from '../../untyped.ts';
import { defaultPullPolicy } from '../image-reference.ts';

/** What the API server fills in at a place. `owner` is the object that the field is in, `root` the whole one, as answered. */
type Default =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'of'; readonly value: (owner: UntypedRecord, root: UntypedRecord) => unknown }
  /** Whatever the server chooses: an address, a port. */
  | { readonly kind: 'allocated' };

type Defaults = Readonly<Record<string, Default>>;

const always = (value: unknown): Default => ({ kind: 'value', value });
const of = (value: (owner: UntypedRecord, root: UntypedRecord) => unknown): Default => ({
  kind: 'of',
  value,
});
const allocated: Default = { kind: 'allocated' };

function under(prefix: string, defaults: Defaults): Defaults {
  return Object.fromEntries(Object.entries(defaults).map(([key, value]) => [`${prefix}.${key}`, value]));
}

/** `SetDefaults_HTTPGetAction`. */
const httpGet: Defaults = { 'httpGet.path': always('/'), 'httpGet.scheme': always('HTTP') };

/** `SetDefaults_Probe`. */
const probe: Defaults = {
  timeoutSeconds: always(1),
  periodSeconds: always(10),
  successThreshold: always(1),
  failureThreshold: always(3),
  'grpc.service': always(''),
  ...httpGet,
};

/** `SetDefaults_Container`, `SetDefaults_ObjectFieldSelector`; resources are a struct that is always written. */
const container: Defaults = {
  imagePullPolicy: of(({ image }) => defaultPullPolicy(typeof image === 'string' ? image : '')),
  terminationMessagePath: always('/dev/termination-log'),
  terminationMessagePolicy: always('File'),
  resources: always({}),
  'ports.*.protocol': always('TCP'),
  'ports.*.hostPort': of(({ containerPort }, root) =>
    valueAt(recordAt(recordAt(recordAt(root, 'spec'), 'template'), 'spec'), 'hostNetwork') === true
      ? containerPort
      : undefined,
  ),
  'env.*.valueFrom.fieldRef.apiVersion': always('v1'),
  'env.*.valueFrom.resourceFieldRef.divisor': always('0'),
  ...under('livenessProbe', probe),
  ...under('readinessProbe', probe),
  ...under('startupProbe', probe),
  ...under('lifecycle.postStart', httpGet),
  ...under('lifecycle.preStop', httpGet),
};

const fileMode = always(0o644);

/** `SetDefaults_Volume` and those of its sources. */
const volume: Defaults = {
  emptyDir: always({}),
  'secret.defaultMode': fileMode,
  'configMap.defaultMode': fileMode,
  'downwardAPI.defaultMode': fileMode,
  'downwardAPI.items.*.fieldRef.apiVersion': always('v1'),
  'projected.defaultMode': fileMode,
  'projected.sources.*.serviceAccountToken.expirationSeconds': always(3600),
  'projected.sources.*.downwardAPI.items.*.fieldRef.apiVersion': always('v1'),
  'hostPath.type': always(''),
  'iscsi.iscsiInterface': always('default'),
  'ephemeral.volumeClaimTemplate.spec.volumeMode': always('Filesystem'),
  'image.pullPolicy': of(({ reference }) =>
    defaultPullPolicy(typeof reference === 'string' ? reference : ''),
  ),
};

/** `SetDefaults_PodSpec`. The old name of the service account follows the new one (conversion). */
const podSpec: Defaults = {
  restartPolicy: always('Always'),
  dnsPolicy: always('ClusterFirst'),
  securityContext: always({}),
  terminationGracePeriodSeconds: always(30),
  schedulerName: always('default-scheduler'),
  serviceAccount: of(({ serviceAccountName }) => serviceAccountName),
  ...under('containers.*', container),
  ...under('initContainers.*', container),
  ...under('volumes.*', volume),
};

/** `SetDefaults_Deployment` of apps/v1. */
const deployment: Defaults = {
  'metadata.namespace': allocated,
  'spec.replicas': always(1),
  'spec.strategy.type': always('RollingUpdate'),
  'spec.strategy.rollingUpdate.maxUnavailable': always('25%'),
  'spec.strategy.rollingUpdate.maxSurge': always('25%'),
  'spec.revisionHistoryLimit': always(10),
  'spec.progressDeadlineSeconds': always(600),
  ...under('spec.template.spec', podSpec),
};

/** `SetDefaults_Service`, and what the Service registry allocates. */
const service: Defaults = {
  'metadata.namespace': allocated,
  'spec.type': always('ClusterIP'),
  'spec.sessionAffinity': always('None'),
  'spec.sessionAffinityConfig.clientIP.timeoutSeconds': always(10800),
  'spec.ports.*.protocol': always('TCP'),
  'spec.ports.*.targetPort': of(({ port }) => port),
  'spec.ports.*.nodePort': allocated,
  'spec.externalTrafficPolicy': always('Cluster'),
  'spec.internalTrafficPolicy': always('Cluster'),
  'spec.allocateLoadBalancerNodePorts': always(true),
  'spec.clusterIP': allocated,
  'spec.clusterIPs': allocated,
  'spec.healthCheckNodePort': allocated,
  'spec.ipFamilies': allocated,
  'spec.ipFamilyPolicy': of(({ clusterIP, selector }) =>
    clusterIP === 'None' && !(isRecord(selector) && Object.keys(selector).length > 0)
      ? 'RequireDualStack'
      : 'SingleStack',
  ),
};

const byKind: Readonly<Record<string, Defaults>> = { Deployment: deployment, Service: service };

/**
 * Whether a value that the client left out is what the API server fills in there. Source: Kubernetes'
 * `pkg/apis/core/v1/defaults.go` and `pkg/apis/apps/v1/defaults.go`.
 * @param pattern the place, see `pathPattern`
 * @param owner the object that the value is in, as answered
 * @param root the whole object, as answered
 */
export function isServerDefault(
  pattern: string,
  value: unknown,
  owner: UntypedRecord,
  root: UntypedRecord,
): boolean {
  const kind = root['kind'];
  const defaults = typeof kind === 'string' && Object.hasOwn(byKind, kind) ? byKind[kind] : undefined;
  const found = defaults !== undefined && Object.hasOwn(defaults, pattern) ? defaults[pattern] : undefined;
  switch (found?.kind) {
    case undefined:
      return false;
    case 'allocated':
      return true;
    case 'value':
      return isSameDefault(found.value, value);
    case 'of':
      return isSameDefault(found.value(owner, root), value);
  }
}

/** Defaults are scalars and empty objects. */
function isSameDefault(expected: unknown, value: unknown): boolean {
  if (isRecord(expected)) return isRecord(value) && Object.keys(value).length === 0;
  return expected !== undefined && expected === value;
}
