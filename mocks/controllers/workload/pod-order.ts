import type { Pod } from '../kinds.ts';
import { millisecondsOf } from '../timestamp.ts';
import { isReady, readySince } from './pod-state.ts';

const PHASES = ['Pending', 'Unknown', 'Running'];
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';

/**
 * The Pods that a ReplicaSet gives up first when it shrinks: not scheduled, then pending, then not ready, then cheap to
 * delete, then on a crowded node, then ready for a short time, then restarted often, then young.
 * Source: `ActivePodsWithRanks` of k8s.io/kubernetes/pkg/controller; ages are compared on its logarithmic scale.
 *
 * @param related the Pods that count when nodes are compared: those of all ReplicaSets of one Deployment
 * @param now milliseconds since 1970
 */
export function podsToDelete(
  pods: readonly Pod[],
  related: readonly Pod[],
  count: number,
  now: number,
): Pod[] {
  const crowd = new Map<string, number>();
  for (const pod of related) {
    const node = pod.spec.nodeName;
    if (node !== undefined && isReady(pod)) crowd.set(node, (crowd.get(node) ?? 0) + 1);
  }
  const crowdOf = (pod: Pod) => crowd.get(pod.spec.nodeName ?? '') ?? 0;
  const byRule = (a: Pod, b: Pod): number =>
    Number(Boolean(a.spec.nodeName)) - Number(Boolean(b.spec.nodeName)) ||
    phaseRank(a) - phaseRank(b) ||
    Number(isReady(a)) - Number(isReady(b)) ||
    deletionCost(a) - deletionCost(b) ||
    crowdOf(b) - crowdOf(a) ||
    ageRank(readySince(a), now) - ageRank(readySince(b), now) ||
    restarts(b) - restarts(a) ||
    ageRank(created(a), now) - ageRank(created(b), now) ||
    (a.metadata.name < b.metadata.name ? -1 : 1);
  return [...pods].sort(byRule).slice(0, count);
}

function phaseRank(pod: Pod): number {
  return PHASES.indexOf(pod.status?.phase ?? 'Pending');
}

function deletionCost(pod: Pod): number {
  const cost = Number(pod.metadata.annotations?.[DELETION_COST] ?? 0);
  return Number.isInteger(cost) ? cost : 0;
}

/** The power of two that an age has reached; the real controller takes nanoseconds, which only shifts the scale. */
function ageRank(since: number | undefined, now: number): number {
  if (since === undefined || now <= since) return -1;
  return Math.floor(Math.log2((now - since) * 1_000_000));
}

function created(pod: Pod): number | undefined {
  return millisecondsOf(pod.metadata.creationTimestamp);
}

function restarts(pod: Pod): number {
  return Math.max(0, ...(pod.status?.containerStatuses ?? []).map(({ restartCount }) => restartCount));
}
