import type { ResourceName } from './store.ts';

/** The parts of a `ResourceName`; the core group is the empty text. */
export interface ResourceNameParts {
  group: string;
  version: string;
  plural: string;
}

/** Splits `apps/v1/deployments` or `v1/pods`; a part of a resource, `apps/v1/deployments/scale`, stays with its plural. */
export function splitResourceName(resource: ResourceName): ResourceNameParts {
  const parts = resource.split('/');
  const [first = '', second = '', third, part] = parts;
  if (third === undefined) return { group: '', version: first, plural: second };
  const plural = part === undefined ? third : `${third}/${part}`;
  return { group: first, version: second, plural };
}

/** `deployments.apps`, `pods`: how Kubernetes names a resource in its errors. */
export function qualifiedResource(resource: ResourceName): string {
  const { group, plural } = splitResourceName(resource);
  return group === '' ? plural : `${plural}.${group}`;
}

/** Resources whose place in etcd has another name. */
const PLACES: Readonly<Record<ResourceName, string>> = {
  'v1/nodes': 'minions',
  'v1/services': 'services/specs',
  'v1/endpoints': 'services/endpoints',
};
/** Groups of Kubernetes' own that stand in the key of their objects. */
const OWN_GROUPS = /^(apps|batch|autoscaling|discovery\.k8s\.io|coordination\.k8s\.io|)$/;

/** The key of an object in etcd, which some errors tell: `/registry/deployments/default/web`. */
export function registryKey(resource: ResourceName, namespace: string | undefined, name: string): string {
  const { group, plural } = splitResourceName(resource);
  const place = PLACES[resource] ?? (OWN_GROUPS.test(group) ? plural : `${group}/${plural}`);
  return ['/registry', place, ...(namespace === undefined ? [] : [namespace]), name].join('/');
}
