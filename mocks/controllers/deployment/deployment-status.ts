import type { DeploymentCondition, DeploymentStatus } from 'kubernetes-types/apps/v1';
import type { Deployment, ReplicaSet } from '../kinds.ts';
import { millisecondsOf } from '../timestamp.ts';
import { omitZeros } from '../workload/omit-zeros.ts';
import {
  findCondition,
  withCondition,
  withFreshCondition,
  withoutCondition,
} from './deployment-conditions.ts';
import { desiredReplicas, rolloutLimits } from './rollout-limits.ts';

type Conditions = readonly DeploymentCondition[];

const NO_DEADLINE = 2 ** 31 - 1;

/** All ReplicaSets of a Deployment; the one of the current template apart. */
export interface ReplicaSets {
  newSet: ReplicaSet | undefined;
  /** Oldest first. */
  oldSets: readonly ReplicaSet[];
}

/** `spec.progressDeadlineSeconds` in milliseconds; undefined when progress is not watched. */
export function progressDeadline({ spec }: Deployment): number | undefined {
  const limit = spec.progressDeadlineSeconds ?? 600;
  return limit === NO_DEADLINE ? undefined : limit * 1000;
}

/**
 * The counters, and the condition Available.
 * Source: `calculateStatus` of k8s.io/kubernetes/pkg/controller/deployment.
 */
export function calculateStatus(
  deployment: Deployment,
  { newSet, oldSets }: ReplicaSets,
  conditions: Conditions,
  now: number,
): DeploymentStatus {
  const all = newSet === undefined ? oldSets : [...oldSets, newSet];
  const sum = (read: (set: ReplicaSet) => number | undefined) =>
    all.reduce((total, set) => total + (read(set) ?? 0), 0);
  const availableReplicas = sum(({ status }) => status?.availableReplicas);
  const needed = desiredReplicas(deployment) - rolloutLimits(deployment).maxUnavailable;
  const available =
    availableReplicas >= needed
      ? ({
          status: 'True',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
        } as const)
      : ({
          status: 'False',
          reason: 'MinimumReplicasUnavailable',
          message: 'Deployment does not have minimum availability.',
        } as const);
  const { collisionCount } = deployment.status ?? {};
  return {
    ...omitZeros({
      observedGeneration: deployment.metadata.generation ?? 0,
      replicas: sum(({ status }) => status?.replicas),
      updatedReplicas: newSet?.status?.replicas ?? 0,
      readyReplicas: sum(({ status }) => status?.readyReplicas),
      availableReplicas,
      unavailableReplicas: Math.max(0, sum(desiredReplicas) - availableReplicas),
    }),
    ...(collisionCount === undefined ? {} : { collisionCount }),
    conditions: [...withCondition(conditions, { type: 'Available', ...available }, now)],
  };
}

/** Whether the rollout has ended well. Source: `DeploymentComplete`. */
export function isComplete(deployment: Deployment, status: Deployment['status']): boolean {
  const replicas = desiredReplicas(deployment);
  return (
    (status?.updatedReplicas ?? 0) === replicas &&
    (status?.replicas ?? 0) === replicas &&
    (status?.availableReplicas ?? 0) === replicas &&
    (status?.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0)
  );
}

/**
 * The status after a step of a rollout: counters, and the conditions Progressing and ReplicaFailure.
 * Source: `syncRolloutStatus` of k8s.io/kubernetes/pkg/controller/deployment.
 */
export function rolloutStatus(
  deployment: Deployment,
  sets: ReplicaSets,
  conditions: Conditions,
  now: number,
): DeploymentStatus {
  const status = calculateStatus(deployment, sets, conditions, now);
  const progressed = progressConditions(deployment, sets, status, now);
  return { ...status, conditions: [...failureConditions(sets, progressed)] };
}

function progressConditions(
  deployment: Deployment,
  { newSet }: ReplicaSets,
  status: DeploymentStatus,
  now: number,
): Conditions {
  const conditions = status.conditions ?? [];
  const deadline = progressDeadline(deployment);
  if (deadline === undefined) return withoutCondition(conditions, 'Progressing');
  const current = findCondition(conditions, 'Progressing');
  if (current?.reason === 'NewReplicaSetAvailable' && status.replicas === status.updatedReplicas) {
    return conditions;
  }
  const subject =
    newSet === undefined
      ? `Deployment "${deployment.metadata.name}"`
      : `ReplicaSet "${newSet.metadata.name}"`;
  const type = 'Progressing';
  if (isComplete(deployment, status)) {
    const message = `${subject} has successfully progressed.`;
    return withCondition(
      conditions,
      { type, status: 'True', reason: 'NewReplicaSetAvailable', message },
      now,
    );
  }
  if (hasProgressed(deployment.status, status)) {
    const message = `${subject} is progressing.`;
    return withFreshCondition(
      conditions,
      { type, status: 'True', reason: 'ReplicaSetUpdated', message },
      now,
    );
  }
  if (current !== undefined && isTimedOut(current, deadline, now)) {
    const message = `${subject} has timed out progressing.`;
    return withCondition(
      conditions,
      { type, status: 'False', reason: 'ProgressDeadlineExceeded', message },
      now,
    );
  }
  return conditions;
}

/** Source: `DeploymentProgressing`. */
function hasProgressed(before: Deployment['status'], after: DeploymentStatus): boolean {
  const old = (status: Deployment['status']) => (status?.replicas ?? 0) - (status?.updatedReplicas ?? 0);
  return (
    (after.updatedReplicas ?? 0) > (before?.updatedReplicas ?? 0) ||
    old(after) < old(before) ||
    (after.readyReplicas ?? 0) > (before?.readyReplicas ?? 0) ||
    (after.availableReplicas ?? 0) > (before?.availableReplicas ?? 0)
  );
}

/** Source: `DeploymentTimedOut`. */
function isTimedOut(current: DeploymentCondition, deadline: number, now: number): boolean {
  if (current.reason === 'NewReplicaSetAvailable') return false;
  if (current.reason === 'ProgressDeadlineExceeded') return true;
  return (millisecondsOf(current.lastUpdateTime) ?? now) + deadline < now;
}

/** A ReplicaSet that cannot create its Pods makes the Deployment say so. Source: `getReplicaFailures`. */
function failureConditions({ newSet, oldSets }: ReplicaSets, conditions: Conditions): Conditions {
  const failure = [newSet, ...oldSets]
    .flatMap((set) => set?.status?.conditions ?? [])
    .find(({ type }) => type === 'ReplicaFailure');
  if (failure === undefined) return withoutCondition(conditions, 'ReplicaFailure');
  const { type, status, reason = '', message = '', lastTransitionTime } = failure;
  const before = findCondition(conditions, type);
  if (before?.status === status && before.reason === reason) return conditions;
  const times =
    lastTransitionTime === undefined ? {} : { lastTransitionTime, lastUpdateTime: lastTransitionTime };
  return [...withoutCondition(conditions, type), { type, status, reason, message, ...times }];
}
