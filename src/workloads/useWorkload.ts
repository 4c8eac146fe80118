import { useMemo } from 'react';
import { worstOf, type ListState } from '../cluster/list-state.ts';
import { resources, type ItemOf } from '../cluster/resources.ts';
import { useList } from '../cluster/useList.ts';
import type { PodAnnotations } from '../domain/spiderpool/annotations.ts';
import { newestFirst, summarizeEvent, type EventSummary } from './events/event-summary.ts';
import { formatSelector } from './label-selector-text.ts';
import type { StoredDeployment, StoredPod } from './stored-deployment.ts';

type StoredReplicaSet = ItemOf<typeof resources.replicaSets>;

/** A Deployment and what stands under it, live. */
export interface Workload {
  readonly deployment: StoredDeployment | undefined;
  readonly state: ListState;
  /** Of all its revisions, newest Pod first. */
  readonly pods: readonly StoredPod[];
  /** Of Pods and ReplicaSets together: without either it is not known which Pods are its own. */
  readonly podsState: ListState;
  /** Annotations of the Pod template that each Pod was made from, by the Pod's UID: that of its own revision. */
  readonly templates: ReadonlyMap<string, PodAnnotations>;
  /** Of the Deployment, its ReplicaSets and its Pods, newest first. */
  readonly events: readonly EventSummary[];
  readonly eventsState: ListState;
}

/** Reads and follows one Deployment by name. */
export function useWorkload(cluster: string, namespace: string, name: string): Workload {
  const found = useList(cluster, resources.deployments, {
    namespace,
    fieldSelector: `metadata.name=${name}`,
  });
  const deployment = found.items[0];
  const selector = deployment === undefined ? undefined : formatSelector(deployment.spec?.selector ?? {});
  const below = {
    namespace,
    enabled: selector !== undefined && selector !== '',
    labelSelector: selector,
  };
  const replicaSets = useList(cluster, resources.replicaSets, below);
  const podList = useList(cluster, resources.pods, below);
  const eventList = useList(cluster, resources.events, { namespace });

  const { ownSets, pods } = useMemo(
    () => ownedBy(deployment, replicaSets.items, podList.items),
    [deployment, replicaSets.items, podList.items],
  );
  const templates = useMemo(() => templatesOf(pods, ownSets), [pods, ownSets]);
  const events = useMemo(
    () => eventsOf(eventList.items, [...(deployment === undefined ? [] : [deployment]), ...ownSets, ...pods]),
    [eventList.items, deployment, ownSets, pods],
  );
  return {
    deployment,
    state: found.state,
    pods,
    podsState: worstOf(podList.state, replicaSets.state),
    templates,
    events,
    eventsState: eventList.state,
  };
}

/** By owner references, not by labels alone: two workloads may carry the same labels. */
function ownedBy(
  deployment: StoredDeployment | undefined,
  replicaSets: readonly StoredReplicaSet[],
  pods: readonly StoredPod[],
): { ownSets: readonly StoredReplicaSet[]; pods: readonly StoredPod[] } {
  const ownSets = replicaSets.filter((set) => isControlledBy(set, new Set([deployment?.metadata.uid])));
  const setUids = new Set<string | undefined>(ownSets.map(({ metadata }) => metadata.uid));
  const own = pods.filter((pod) => isControlledBy(pod, setUids));
  return { ownSets, pods: own.toSorted(byAge) };
}

function templatesOf(
  pods: readonly StoredPod[],
  sets: readonly StoredReplicaSet[],
): ReadonlyMap<string, PodAnnotations> {
  const bySet = new Map<string, PodAnnotations>(
    sets.map(({ metadata, spec }) => [metadata.uid, spec?.template?.metadata?.annotations ?? {}]),
  );
  return new Map(
    pods.map(({ metadata }) => {
      const owner = (metadata.ownerReferences ?? []).find(({ controller }) => controller === true);
      return [metadata.uid, bySet.get(owner?.uid ?? '') ?? {}];
    }),
  );
}

function isControlledBy(
  object: StoredReplicaSet | StoredPod,
  uids: ReadonlySet<string | undefined>,
): boolean {
  return (object.metadata.ownerReferences ?? []).some(
    ({ controller, uid }) => controller === true && uids.has(uid),
  );
}

function byAge(a: StoredPod, b: StoredPod): number {
  const newer = (b.metadata.creationTimestamp ?? '').localeCompare(a.metadata.creationTimestamp ?? '');
  return newer === 0 ? a.metadata.name.localeCompare(b.metadata.name) : newer;
}

function eventsOf(
  events: readonly ItemOf<typeof resources.events>[],
  objects: readonly { metadata: { uid: string } }[],
): readonly EventSummary[] {
  const uids = new Set(objects.map(({ metadata }) => metadata.uid));
  return events
    .filter(({ involvedObject }) => involvedObject.uid !== undefined && uids.has(involvedObject.uid))
    .map(summarizeEvent)
    .toSorted(newestFirst);
}
