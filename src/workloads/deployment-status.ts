import type { Deployment } from 'kubernetes-types/apps/v1';

export type DeploymentStatus =
  'running' | 'waiting' | 'notReady' | 'stalled' | 'stopped' | 'paused' | 'deleting';

export interface DeploymentSummary {
  readonly status: DeploymentStatus;
  readonly ready: number;
  readonly desired: number;
}

/**
 * One word for how a Deployment is, and its counts.
 *
 * `stalled` is Kubernetes' own verdict (condition Progressing False: progressDeadlineSeconds passed, or a ReplicaSet that
 * cannot make Pods); `waiting` is any rollout or scaling under way; `notReady` is settled but short of ready Pods.
 */
export function summarizeDeployment(deployment: Deployment): DeploymentSummary {
  const desired = deployment.spec?.replicas ?? 1;
  const status = deployment.status ?? {};
  const ready = status.readyReplicas ?? 0;
  return { status: statusOf(deployment, desired, ready), ready, desired };
}

function statusOf(deployment: Deployment, desired: number, ready: number): DeploymentStatus {
  if (deployment.metadata?.deletionTimestamp !== undefined) return 'deleting';
  const { conditions = [], observedGeneration, updatedReplicas = 0, replicas = 0 } = deployment.status ?? {};
  const late = conditions.some(
    ({ type, status, reason }) =>
      type === 'Progressing' && status === 'False' && reason === 'ProgressDeadlineExceeded',
  );
  if (late || isShortOfPods(deployment)) return 'stalled';
  if (deployment.spec?.paused === true) return 'paused';
  if (desired === 0 && replicas === 0) return 'stopped';
  const observed = (observedGeneration ?? 0) >= (deployment.metadata?.generation ?? 0);
  const settled = observed && updatedReplicas === desired && replicas === desired;
  if (settled && ready >= desired) return 'running';
  const complete = conditions.some(
    ({ type, reason }) => type === 'Progressing' && reason === 'NewReplicaSetAvailable',
  );
  return settled && complete ? 'notReady' : 'waiting';
}

/** Whether the cluster refuses to make some of its Pods (Kubernetes' condition ReplicaFailure). */
export function isShortOfPods({ status }: Deployment): boolean {
  return (status?.conditions ?? []).some(
    ({ type, status: is }) => type === 'ReplicaFailure' && is === 'True',
  );
}

/** The images of all containers, each once, in order. */
export function imagesOf(deployment: Deployment): readonly string[] {
  const containers = deployment.spec?.template.spec?.containers ?? [];
  return [...new Set(containers.flatMap(({ image }) => (image === undefined ? [] : [image])))];
}
