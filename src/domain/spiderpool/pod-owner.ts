import { decodeMeta } from '../kubernetes-object.ts';
import { isRecord, listAt, recordAt, textAt, valueAt } from '../untyped.ts';
import type { Endpoint } from './endpoint.ts';

/** A workload as people know it: what stands above a Pod. */
export interface WorkloadRef {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Who holds an address, as far as it can be told from the Pod's name and UID. */
export interface PodOwner {
  /** `undefined` for a Pod that nobody made, and where it is not known. */
  readonly workload: WorkloadRef | undefined;
  /** What Spiderpool gave to the Pod; absent where endpoints cannot be read. */
  readonly endpoint?: Endpoint;
}

/** Finds the owner of a Pod by its UID; by `namespace/name` only where a record has no UID. */
export type PodOwners = (podUid: string, pod: string) => PodOwner | undefined;

/**
 * Owners of Pods by the SpiderEndpoints, which name the top controller (domain reference 6.2), and where there is no
 * endpoint by the Pods' own owner references.
 * @param pods `Pod` objects of the API.
 */
export function podOwners(endpoints: readonly Endpoint[], pods: readonly unknown[]): PodOwners {
  const byUid = new Map<string, PodOwner>();
  const byName = new Map<string, PodOwner>();
  for (const object of pods) {
    const meta = decodeMeta(object);
    if (!meta.ok) continue;
    const owner = { workload: controllerOf(object) };
    byUid.set(meta.value.uid, owner);
    byName.set(`${meta.value.namespace}/${meta.value.name}`, owner);
  }
  for (const endpoint of endpoints) {
    const { namespace, name, podUid, ownerKind, ownerName } = endpoint;
    const known = podUid === '' ? undefined : byUid.get(podUid);
    const workload =
      ownerName === '' || ownerKind === 'Pod'
        ? known?.workload
        : { kind: ownerKind, namespace, name: ownerName };
    const owner = { workload, endpoint };
    if (podUid !== '') byUid.set(podUid, owner);
    byName.set(`${namespace}/${name}`, owner);
  }
  return (podUid, pod) => (podUid === '' ? byName.get(pod) : byUid.get(podUid));
}

/** The Deployment above a ReplicaSet is told by the hash that both names and labels carry. */
function controllerOf(pod: unknown): WorkloadRef | undefined {
  const meta = recordAt(pod, 'metadata');
  const controller = listAt(meta, 'ownerReferences')
    .filter(isRecord)
    .find((reference) => valueAt(reference, 'controller') === true);
  const kind = textAt(controller, 'kind');
  const name = textAt(controller, 'name');
  const namespace = textAt(meta, 'namespace') ?? '';
  if (kind === undefined || name === undefined) return undefined;
  const suffix = `-${textAt(recordAt(meta, 'labels'), 'pod-template-hash') ?? ''}`;
  if (kind === 'ReplicaSet' && suffix !== '-' && name.endsWith(suffix)) {
    return { kind: 'Deployment', namespace, name: name.slice(0, -suffix.length) };
  }
  return { kind, namespace, name };
}
