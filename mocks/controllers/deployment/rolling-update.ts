import type { RolloutLimits } from './rollout-limits.ts';

/** One ReplicaSet of a Deployment, as far as a rollout looks at it. */
export interface SetSize {
  name: string;
  /** `spec.replicas` */
  desired: number;
  /** `status.availableReplicas` */
  available: number;
}

/** Sets `spec.replicas` of one ReplicaSet. */
export interface Scale {
  name: string;
  to: number;
}

export interface Rollout {
  /** `spec.replicas` of the Deployment. */
  replicas: number;
  limits: RolloutLimits;
  newSet: SetSize;
  /** Oldest first. */
  oldSets: readonly SetSize[];
}

/**
 * The next step of a rolling update: either the new ReplicaSet grows (or shrinks to what is desired), or old ones shrink.
 * An empty list means: wait for Pods.
 * Source: `rolloutRolling` of k8s.io/kubernetes/pkg/controller/deployment.
 */
export function planRollingStep(rollout: Rollout): Scale[] {
  const { newSet, oldSets, replicas, limits } = rollout;
  const to = newSetSize(replicas, limits.maxSurge, newSet.desired, total([newSet, ...oldSets]));
  if (to !== newSet.desired) return [{ name: newSet.name, to }];
  return shrinkOldSets(rollout);
}

/**
 * How large the new ReplicaSet may be now: as large as desired, as far as all Pods together stay within the surge.
 * Source: `reconcileNewReplicaSet` and `NewRSNewReplicas`.
 * @param current replicas of the new ReplicaSet
 * @param all replicas of all ReplicaSets, the new one included
 */
export function newSetSize(replicas: number, maxSurge: number, current: number, all: number): number {
  if (current >= replicas) return replicas;
  const room = replicas + maxSurge - all;
  return room <= 0 ? current : current + Math.min(room, replicas - current);
}

/** Source: `reconcileOldReplicaSets`. */
function shrinkOldSets({ replicas, limits, newSet, ...rollout }: Rollout): Scale[] {
  const oldSets = rollout.oldSets.filter(({ desired }) => desired > 0);
  // More available than desired: the status is behind the last step. What it says must not be acted on twice.
  if (oldSets.some(({ desired, available }) => available > desired)) return [];
  const minAvailable = replicas - limits.maxUnavailable;
  const notYetAvailable = newSet.desired - newSet.available;
  const spare = total([newSet, ...oldSets]) - minAvailable - notYetAvailable;
  if (spare <= 0) return [];
  const unhealthy = dropUnhealthy(oldSets, spare);
  const left = oldSets.map((set) => ({
    ...set,
    desired: unhealthy.find(({ name }) => name === set.name)?.to ?? set.desired,
  }));
  const available = newSet.available + oldSets.reduce((sum, set) => sum + set.available, 0);
  return [...unhealthy, ...dropAvailable(left, available - minAvailable)];
}

/**
 * Old Pods that are not available go first: they cost nothing, and would block the rollout.
 * Source: `cleanupUnhealthyReplicas`.
 */
function dropUnhealthy(oldSets: readonly SetSize[], most: number): Scale[] {
  const scales: Scale[] = [];
  let left = most;
  for (const { name, desired, available } of oldSets) {
    const count = Math.min(left, desired - available);
    if (count <= 0) continue;
    scales.push({ name, to: desired - count });
    left -= count;
  }
  return scales;
}

/** Then available ones, as many as are more than needed. Source: `scaleDownOldReplicaSetsForRollingUpdate`. */
function dropAvailable(oldSets: readonly SetSize[], most: number): Scale[] {
  const scales: Scale[] = [];
  let left = most;
  for (const { name, desired } of oldSets) {
    const count = Math.min(left, desired);
    if (count <= 0) continue;
    scales.push({ name, to: desired - count });
    left -= count;
  }
  return scales;
}

function total(sets: readonly SetSize[]): number {
  return sets.reduce((sum, { desired }) => sum + desired, 0);
}
