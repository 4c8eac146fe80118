import { listOr, objectOr } from '../../../mocks/store/json.ts';
import type { KubeObject } from '../../../mocks/store/store.ts';
import { belongsTo } from './observe.ts';
import type { Observation, ObservedWorkload } from './observe.ts';
import { failuresOf, isReady, phaseOf } from './pod-state.ts';

/**
 * Whether everything of a case has come to something, as far as its objects tell: its controllers have seen each workload as it is
 * and made its Pods, what has lost its owner is gone, each Pod runs, has ended or has failed to start, and each pool and subnet
 * was counted. Whether anything else was going to happen they do not tell: for that the outcome must stay the same for a while.
 */
export function isAtRest(observation: Observation, id: string): boolean {
  const workloads = observation.workloads.filter(({ object }) => object.metadata.namespace === id);
  const pods = observation.pods.filter(({ metadata }) => metadata.namespace === id);
  const blocks = [...observation.pools, ...observation.subnets].filter((block) => belongsTo(block, id));
  const there = new Set(observation.workloads.map(({ object }) => object.metadata.uid));
  return (
    workloads.every((workload) => isCarriedOut(workload) && !isOrphan(workload.object, there)) &&
    pods.every((pod) => !isOrphan(pod, there) && hasComeToSomething(pod, observation.events)) &&
    blocks.every(({ status }) => objectOr(status).totalIPCount !== undefined)
  );
}

/** The garbage collector is about to take it. */
function isOrphan({ metadata }: KubeObject, there: ReadonlySet<string>): boolean {
  return (
    metadata.ownerReferences?.some(({ controller, uid }) => controller === true && !there.has(uid)) === true
  );
}

function hasComeToSomething(pod: KubeObject, events: readonly KubeObject[]): boolean {
  if (pod.metadata.deletionTimestamp !== undefined) return false;
  if (['Succeeded', 'Failed'].includes(phaseOf(pod)) || isReady(pod)) return true;
  return failuresOf(events, pod).length > 0;
}

/** Whether the workload's controller has seen it as it is now, and made as many Pods as it wants. */
function isCarriedOut({ kind, object }: ObservedWorkload): boolean {
  const { metadata, spec, status } = object;
  const count = (value: unknown, otherwise = 0) => (typeof value === 'number' ? value : otherwise);
  const { observedGeneration, replicas, ...counts } = objectOr(status);
  if (metadata.deletionTimestamp !== undefined) return false;
  // The status of a Job says no generation.
  if (kind !== 'Job' && count(observedGeneration) < count(metadata.generation, 1)) return false;
  const wanted = count(objectOr(spec).replicas, 1);
  switch (kind) {
    case 'Deployment':
      // More while it rolls. Its ReplicaSets are looked at themselves.
      return count(replicas) >= wanted;
    case 'ReplicaSet':
    case 'StatefulSet':
    case 'ReplicationController':
      return count(replicas) === wanted;
    case 'DaemonSet': {
      const nodes = count(counts.desiredNumberScheduled);
      return nodes > 0 && count(counts.currentNumberScheduled) === nodes;
    }
    case 'Job':
      return isJobCarriedOut(counts, count(objectOr(spec).completions, 1));
  }
}

function isJobCarriedOut(
  { conditions, active, succeeded, failed }: Readonly<Record<string, unknown>>,
  completions: number,
): boolean {
  const ended = listOr(conditions).some((condition) => objectOr(condition).status === 'True');
  const pods = [active, succeeded, failed].reduce<number>(
    (sum, value) => sum + (typeof value === 'number' ? value : 0),
    0,
  );
  return ended || pods >= completions;
}
