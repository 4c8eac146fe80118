import { POD_BURST } from '../workload/create-pod.ts';

/** One Pod of a StatefulSet, as far as its order matters. */
export interface OrdinalPod {
  name: string;
  ordinal: number;
  /** Name of the revision it was made from. */
  revision: string | undefined;
  /** Succeeded or failed. */
  ended: boolean;
  terminating: boolean;
  /** Running and ready. */
  ready: boolean;
  /** Ready for `minReadySeconds`. */
  available: boolean;
}

export interface OrdinalState {
  /** The lowest ordinal. */
  first: number;
  replicas: number;
  /** One Pod after the other (OrderedReady), or all at once (Parallel). */
  ordered: boolean;
  /** Whether Pods of an old revision are replaced (RollingUpdate), or wait to be deleted by hand (OnDelete). */
  rolls: boolean;
  /** Ordinals below it keep the current revision. */
  partition: number | undefined;
  /** `status.currentReplicas` */
  currentReplicas: number;
  /** Names of the revisions before and after the rollout under way. */
  current: string;
  update: string;
  pods: readonly OrdinalPod[];
}

export type OrdinalStep =
  { action: 'create'; ordinal: number; revision: string } | { action: 'delete'; name: string };

/**
 * What a StatefulSet does next: fill the ordinals from below, then drop those beyond from above, then replace Pods of an
 * old revision from above, one at a time. In order, every Pod below must be running and ready first.
 * Source: `updateStatefulSet` of k8s.io/kubernetes/pkg/controller/statefulset.
 */
export function planStep(state: OrdinalState): OrdinalStep[] {
  const filled = fill(state);
  if (filled.wait) return filled.steps;
  const dropped = drop(state);
  const steps = [...filled.steps, ...dropped.steps];
  if (dropped.wait || !state.rolls) return steps;
  return [...steps, ...replace(state)];
}

interface Outcome {
  steps: OrdinalStep[];
  /** Whether nothing more may happen until a Pod has changed. */
  wait: boolean;
}

function fill(state: OrdinalState): Outcome {
  const steps: OrdinalStep[] = [];
  const pods = new Map(state.pods.map((pod) => [pod.ordinal, pod]));
  for (let ordinal = state.first; ordinal < state.first + state.replicas; ordinal += 1) {
    if (steps.length === POD_BURST) return { steps, wait: true };
    const pod = pods.get(ordinal);
    if (pod === undefined) {
      steps.push({ action: 'create', ordinal, revision: revisionFor(state, ordinal) });
    } else if (pod.ended && !pod.terminating) {
      steps.push({ action: 'delete', name: pod.name });
    }
    const settled = pod !== undefined && !pod.ended && isHealthy(pod) && pod.available;
    if (state.ordered && !settled) return { steps, wait: true };
  }
  return { steps, wait: false };
}

function drop(state: OrdinalState): Outcome {
  const steps: OrdinalStep[] = [];
  const beyond = state.pods
    .filter(({ ordinal }) => ordinal < state.first || ordinal >= state.first + state.replicas)
    .sort((a, b) => b.ordinal - a.ordinal);
  const unhealthy = beyond.findLast((pod) => !isHealthy(pod));
  for (const pod of beyond) {
    const waits = state.ordered && (pod.terminating || (!pod.available && pod !== unhealthy));
    if (waits) return { steps, wait: true };
    if (pod.terminating) continue;
    steps.push({ action: 'delete', name: pod.name });
    if (state.ordered) return { steps, wait: true };
  }
  return { steps, wait: false };
}

function replace(state: OrdinalState): OrdinalStep[] {
  const lowest = Math.max(state.first, state.first + (state.partition ?? 0));
  for (let ordinal = state.first + state.replicas - 1; ordinal >= lowest; ordinal -= 1) {
    const pod = state.pods.find((one) => one.ordinal === ordinal);
    if (pod === undefined) return [];
    if (pod.revision !== state.update && !pod.terminating) return [{ action: 'delete', name: pod.name }];
    if (!isHealthy(pod)) return [];
  }
  return [];
}

function isHealthy(pod: OrdinalPod): boolean {
  return pod.ready && !pod.terminating;
}

/** Source: `newVersionedStatefulSetPod`. */
function revisionFor(state: OrdinalState, ordinal: number): string {
  const kept = state.partition ?? state.currentReplicas;
  return state.rolls && ordinal < state.first + kept ? state.current : state.update;
}
