import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject } from '../../store/store.ts';
import { IpamError } from './ipam-error.ts';

/** The workload that a Pod belongs to in the end (`GetPodTopController`, reference 3.2). */
export interface TopController {
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
  uid: string;
  /** The object, for the kinds of Kubernetes itself; absent for third-party controllers. */
  object: KubeObject | undefined;
}

/** The API versions whose workloads Spiderpool follows; owners in any other are third-party. */
const KNOWN_VERSIONS = ['v1', 'apps/v1', 'batch/v1'];

const PLURALS: Readonly<Record<string, string>> = {
  ReplicaSet: 'apps/v1/replicasets',
  Deployment: 'apps/v1/deployments',
  DaemonSet: 'apps/v1/daemonsets',
  StatefulSet: 'apps/v1/statefulsets',
  Job: 'batch/v1/jobs',
  CronJob: 'batch/v1/cronjobs',
};

/** The owner above the owner: only these two steps are taken. */
const PARENTS: Readonly<Record<string, string>> = { ReplicaSet: 'Deployment', Job: 'CronJob' };

/** Whether the controller of Spiderpool makes auto-created pools for this kind; for the others the agent does. */
export function isKnownWorkload({ apiVersion, kind }: Pick<TopController, 'apiVersion' | 'kind'>): boolean {
  return KNOWN_VERSIONS.includes(apiVersion) && (kind in PLURALS || kind === 'Pod');
}

/** A Pod that nobody controls is its own top controller. */
export function isBarePod({ apiVersion, kind }: TopController): boolean {
  return apiVersion === 'v1' && kind === 'Pod';
}

/** @throws IpamError when an owner has gone already */
export function topControllerOf(pod: KubeObject, store: MemoryStore): TopController {
  const namespace = pod.metadata.namespace ?? '';
  const owner = pod.metadata.ownerReferences?.find(({ controller }) => controller === true);
  if (owner === undefined) {
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      namespace,
      name: pod.metadata.name,
      uid: pod.metadata.uid,
      object: pod,
    };
  }
  const resource = KNOWN_VERSIONS.includes(owner.apiVersion) ? PLURALS[owner.kind] : undefined;
  if (resource === undefined) return { ...owner, namespace, object: undefined };
  const object = existing(store, resource, pod, owner.name);
  const parent = object.metadata.ownerReferences?.find(({ controller }) => controller === true);
  if (parent !== undefined && parent.kind === PARENTS[owner.kind]) {
    const above = existing(store, PLURALS[parent.kind] ?? '', pod, parent.name);
    return { ...identity(above), namespace, object: above };
  }
  return { ...identity(object), namespace, object };
}

function identity({ apiVersion, kind, metadata }: KubeObject) {
  return { apiVersion, kind, name: metadata.name, uid: metadata.uid };
}

function existing(store: MemoryStore, resource: string, pod: KubeObject, name: string): KubeObject {
  const { namespace = '', name: podName } = pod.metadata;
  const found = store.peek(resource, namespace, name);
  if (found !== undefined) return found;
  const [group = '', , plural = ''] = resource.split('/');
  throw new IpamError(
    `failed to get the top controller of the Pod ${namespace}/${podName}: failed to get pod '${namespace}/${podName}' owner: ${plural}.${group} "${name}" not found`,
  );
}
