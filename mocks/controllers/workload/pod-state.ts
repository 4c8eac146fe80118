import type { Pod } from '../kinds.ts';
import { millisecondsOf } from '../timestamp.ts';

/** True once a Pod has ended for good. */
export function isTerminal(pod: Pod): boolean {
  return pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
}

export function isTerminating(pod: Pod): boolean {
  return pod.metadata.deletionTimestamp !== undefined;
}

/** A Pod that counts as a replica. Source: `IsPodActive` of k8s.io/kubernetes/pkg/controller. */
export function isActive(pod: Pod): boolean {
  return !isTerminal(pod) && !isTerminating(pod);
}

export function isReady(pod: Pod): boolean {
  return readyCondition(pod)?.status === 'True';
}

/** When the Pod became ready, in milliseconds since 1970; undefined when it is not ready. */
export function readySince(pod: Pod): number | undefined {
  const condition = readyCondition(pod);
  return condition?.status === 'True' ? millisecondsOf(condition.lastTransitionTime) : undefined;
}

/**
 * Whether a Pod has been ready for long enough. Source: `IsPodAvailable` of k8s.io/kubernetes/pkg/api/v1/pod.
 * @param now milliseconds since 1970
 */
export function isAvailable(pod: Pod, minReadySeconds: number, now: number): boolean {
  const since = readySince(pod);
  return since !== undefined && since + minReadySeconds * 1000 <= now;
}

function readyCondition(pod: Pod) {
  return pod.status?.conditions?.find(({ type }) => type === 'Ready');
}
