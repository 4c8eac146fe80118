import type { Deployment, ReplicaSet } from '../kinds.ts';
import { millisecondsOf } from '../timestamp.ts';
import type { ReplicaSets } from './deployment-status.ts';
import { proportionalSizes } from './proportional-scaling.ts';
import { notedDesiredReplicas, notedMaxReplicas } from './revision.ts';
import type { Scale, SetSize } from './rolling-update.ts';
import { desiredReplicas, isRollingUpdate, rolloutLimits } from './rollout-limits.ts';

/** A ReplicaSet that is meant to have Pods. */
export function isActiveSet(set: ReplicaSet): boolean {
  return desiredReplicas(set) > 0;
}

export function sizeOf(set: ReplicaSet): SetSize {
  return {
    name: set.metadata.name,
    desired: desiredReplicas(set),
    available: set.status?.availableReplicas ?? 0,
  };
}

/**
 * How a change of `replicas` reaches the ReplicaSets: one active set takes it all, a finished rollout ends its old sets,
 * a rollout under way spreads it.
 * Source: `scale` of k8s.io/kubernetes/pkg/controller/deployment.
 */
export function planScaling(deployment: Deployment, { newSet, oldSets }: ReplicaSets): Scale[] {
  const replicas = desiredReplicas(deployment);
  const all = newSet === undefined ? [...oldSets] : [...oldSets, newSet];
  const active = all.filter(isActiveSet);
  if (active.length <= 1) {
    const only = active[0] ?? newSet ?? oldSets.at(-1);
    return only === undefined || desiredReplicas(only) === replicas
      ? []
      : [{ name: only.metadata.name, to: replicas }];
  }
  if (newSet !== undefined && isSaturated(newSet, replicas)) {
    return oldSets.filter(isActiveSet).map(({ metadata }) => ({ name: metadata.name, to: 0 }));
  }
  if (!isRollingUpdate(deployment)) return [];
  const sets = active.map((set) => ({
    name: set.metadata.name,
    desired: desiredReplicas(set),
    maxBefore: notedMaxReplicas(set) ?? 0,
    created: millisecondsOf(set.metadata.creationTimestamp) ?? 0,
  }));
  return proportionalSizes(sets, {
    replicas,
    maxSurge: rolloutLimits(deployment).maxSurge,
    currentReplicas: deployment.status?.replicas ?? 0,
  });
}

/** Source: `IsSaturated`. */
function isSaturated(set: ReplicaSet, replicas: number): boolean {
  return (
    desiredReplicas(set) === replicas &&
    notedDesiredReplicas(set) === replicas &&
    (set.status?.availableReplicas ?? 0) === replicas
  );
}
