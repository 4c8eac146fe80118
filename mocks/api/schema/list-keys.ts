import type { JsonObject } from '../../store/json.ts';

/**
 * What the declarations do not say: how lists and maps merge. `Type.field` -> the keys that tell its items apart; the first
 * is the key of a strategic merge patch. Lists that are not named here are replaced whole.
 * Source: `x-kubernetes-list-map-keys` and `x-kubernetes-patch-merge-key` of the Kubernetes 1.32 OpenAPI document.
 */
const KEYED_LISTS: Record<string, readonly string[]> = {
  'Container.env': ['name'],
  'Container.ports': ['containerPort', 'protocol'],
  'Container.volumeDevices': ['devicePath'],
  'Container.volumeMounts': ['mountPath'],
  'EphemeralContainer.env': ['name'],
  'EphemeralContainer.ports': ['containerPort', 'protocol'],
  'EphemeralContainer.volumeDevices': ['devicePath'],
  'EphemeralContainer.volumeMounts': ['mountPath'],
  'NodeStatus.addresses': ['type'],
  'ObjectMeta.ownerReferences': ['uid'],
  'PodSpec.containers': ['name'],
  'PodSpec.ephemeralContainers': ['name'],
  'PodSpec.hostAliases': ['ip'],
  'PodSpec.imagePullSecrets': ['name'],
  'PodSpec.initContainers': ['name'],
  'PodSpec.resourceClaims': ['name'],
  'PodSpec.schedulingGates': ['name'],
  'PodSpec.topologySpreadConstraints': ['topologyKey', 'whenUnsatisfiable'],
  'PodSpec.volumes': ['name'],
  'PodStatus.podIPs': ['ip'],
  'PodStatus.resourceClaimStatuses': ['name'],
  'ServiceAccount.secrets': ['name'],
  'ServiceSpec.ports': ['port', 'protocol'],
};

/** Conditions are keyed by type in every status but these. */
const ATOMIC_CONDITIONS = new Set(['JobStatus.conditions']);

/** Lists of scalars that a strategic merge patch adds to, instead of replacing them. */
const SETS = new Set(['ObjectMeta.finalizers', 'NodeSpec.podCIDRs']);

/** `patch-strategy: retainKeys`: keys that a patch does not name are dropped (`$retainKeys`). */
const RETAIN_KEYS = new Set(['DeploymentSpec.strategy', 'PodSpec.volumes', 'PodSpec.resourceClaims']);

/** Types and maps that one applier owns whole (`x-kubernetes-map-type: atomic`). */
const ATOMIC_TYPES = new Set([
  'ConfigMapKeySelector',
  'EndpointAddress',
  'EndpointPort',
  'LabelSelector',
  'LocalObjectReference',
  'NodeSelector',
  'NodeSelectorTerm',
  'ObjectFieldSelector',
  'ObjectReference',
  'OwnerReference',
  'ResourceFieldSelector',
  'ScopeSelector',
  'SecretKeySelector',
  'SecretReference',
  'TopologySelectorTerm',
  'TypedLocalObjectReference',
]);
const ATOMIC_MAPS = new Set([
  'PodSpec.nodeSelector',
  'ServiceSpec.selector',
  'ReplicationControllerSpec.selector',
]);

/** The `x-kubernetes-*` keys of a field. */
export function fieldExtensions(type: string, field: string, isList: boolean): JsonObject {
  const path = `${type}.${field}`;
  const retain = RETAIN_KEYS.has(path);
  if (!isList) {
    if (retain) return { 'x-kubernetes-patch-strategy': 'retainKeys' };
    return ATOMIC_MAPS.has(path) ? { 'x-kubernetes-map-type': 'atomic' } : {};
  }
  if (SETS.has(path)) return { 'x-kubernetes-list-type': 'set', 'x-kubernetes-patch-strategy': 'merge' };
  const keys =
    KEYED_LISTS[path] ?? (field === 'conditions' && type.endsWith('Status') ? ['type'] : undefined);
  if (keys === undefined) return {};
  const merge = {
    'x-kubernetes-patch-strategy': retain ? 'merge,retainKeys' : 'merge',
    'x-kubernetes-patch-merge-key': keys[0],
  };
  if (ATOMIC_CONDITIONS.has(path)) return { ...merge, 'x-kubernetes-list-type': 'atomic' };
  return { ...merge, 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': keys };
}

/** Maps whose values are bytes, written in base64. */
const BYTES = new Set(['Secret.data', 'ConfigMap.binaryData']);

/** Whether a field is a map of bytes. */
export function holdsBytes(type: string, field: string): boolean {
  return BYTES.has(`${type}.${field}`);
}

/** The `x-kubernetes-*` keys of a type. */
export function typeExtensions(type: string): JsonObject {
  return ATOMIC_TYPES.has(type) ? { 'x-kubernetes-map-type': 'atomic' } : {};
}

/** Fields of 64 bits; every other number of the API has 32. */
const INT64 = new Set([
  'activeDeadlineSeconds',
  'deletionGracePeriodSeconds',
  'expirationSeconds',
  'fsGroup',
  'generation',
  'gracePeriodSeconds',
  'observedGeneration',
  'remainingItemCount',
  'revision',
  'runAsGroup',
  'runAsUser',
  'seconds',
  'sizeBytes',
  'startingDeadlineSeconds',
  'supplementalGroups',
  'terminationGracePeriodSeconds',
  'tolerationSeconds',
]);

/** `int64` or `int32`, by the name of the field. */
export function integerFormat(field: string): 'int32' | 'int64' {
  return INT64.has(field) ? 'int64' : 'int32';
}
