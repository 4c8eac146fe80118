import type { DeploymentCondition, DeploymentStatus } from 'kubernetes-types/apps/v1';
import { controllerOf, copyOf, keyOf, nameOf } from '../cluster.ts';
import type { ControllerContext } from '../controller-context.ts';
import type { AnyObject, Deployment } from '../kinds.ts';
import { millisecondsOf } from '../timestamp.ts';
import { isTerminal } from '../workload/pod-state.ts';
import { watchDependents } from '../workload/watch-dependents.ts';
import { findCondition, withCondition } from './deployment-conditions.ts';
import { calculateStatus, isComplete, progressDeadline, rolloutStatus } from './deployment-status.ts';
import type { ReplicaSets } from './deployment-status.ts';
import { DEPLOYMENTS, REPLICA_SETS, createReplicaSetControl, readReplicaSets } from './replica-sets.ts';
import { notedDesiredReplicas } from './revision.ts';
import { planRollingStep } from './rolling-update.ts';
import { desiredReplicas, isRollingUpdate, rolloutLimits } from './rollout-limits.ts';
import { isActiveSet, planScaling, sizeOf } from './set-size.ts';

type Conditions = readonly DeploymentCondition[];

/** Turns Deployments into ReplicaSets, and rolls from one Pod template to the next. */
export function startDeploymentController(context: ControllerContext): void {
  const { clock, cluster } = context;
  const control = createReplicaSetControl(context, context.events.of({ component: 'deployment-controller' }));
  const queue = context.queue(reconcile);

  context.watch(DEPLOYMENTS, ({ object }) => queue.add(keyOf(object)));
  watchDependents(context, queue, REPLICA_SETS, { kind: 'Deployment', resource: DEPLOYMENTS });
  context.watch('v1/pods', ({ type, object }) => {
    if (type === 'DELETED') wakeRecreation(object);
  });

  /** A Deployment with strategy Recreate waits until the last old Pod is gone. */
  function wakeRecreation(pod: AnyObject): void {
    const { namespace } = pod.metadata;
    const set = controllerOf(pod);
    if (set?.kind !== 'ReplicaSet') return;
    const owned = cluster.get(REPLICA_SETS, namespace, set.name);
    const deployment = owned === undefined ? undefined : controllerOf(owned);
    if (deployment === undefined || namespace === undefined) return;
    queue.add(keyOf({ metadata: { namespace, name: deployment.name } }));
  }

  function reconcile(key: string): void {
    const { namespace, name } = nameOf(key);
    const deployment = cluster.get(DEPLOYMENTS, namespace, name);
    if (deployment === undefined) return;
    const read = () => readReplicaSets(cluster, deployment);
    const sets = read();
    if (deployment.metadata.deletionTimestamp !== undefined) {
      writeStatus(deployment, calculateStatus(deployment, sets, conditionsOf(deployment), clock.now()));
      return;
    }
    const conditions = pauseConditions(deployment, clock.now());
    if (deployment.spec.paused === true || isScaled(deployment, sets)) {
      if (sets.newSet !== undefined) control.numberNewSet(deployment, sets.newSet, sets.oldSets);
      control.scale(deployment, planScaling(deployment, read()));
      if (deployment.spec.paused === true) control.forgetOldRevisions(deployment, read().oldSets);
      writeStatus(deployment, calculateStatus(deployment, read(), conditions, clock.now()));
      return;
    }
    const after = isRollingUpdate(deployment)
      ? roll(deployment, conditions)
      : recreate(deployment, conditions);
    writeStatus(deployment, rolloutStatus(deployment, read(), after, clock.now()));
    watchProgress(key);
  }

  /** Makes sure that the current template has its ReplicaSet. Returns the conditions that this adds. */
  function ensureNewSet(deployment: Deployment, conditions: Conditions): Conditions {
    const { newSet, oldSets } = readReplicaSets(cluster, deployment);
    if (newSet === undefined) return control.createNewSet(deployment, oldSets, conditions);
    control.numberNewSet(deployment, newSet, oldSets);
    if (progressDeadline(deployment) === undefined || findCondition(conditions, 'Progressing')) {
      return conditions;
    }
    const message = `Found new replica set "${newSet.metadata.name}"`;
    const reason = 'FoundNewReplicaSet';
    return withCondition(conditions, { type: 'Progressing', status: 'True', reason, message }, clock.now());
  }

  /** One step of a rolling update. Source: `rolloutRolling`. */
  function roll(deployment: Deployment, conditions: Conditions): Conditions {
    const after = ensureNewSet(deployment, conditions);
    const { newSet, oldSets } = readReplicaSets(cluster, deployment);
    if (newSet === undefined) return after;
    const scaled = control.scale(
      deployment,
      planRollingStep({
        replicas: desiredReplicas(deployment),
        limits: rolloutLimits(deployment),
        newSet: sizeOf(newSet),
        oldSets: oldSets.map(sizeOf),
      }),
    );
    if (!scaled && isComplete(deployment, deployment.status)) control.forgetOldRevisions(deployment, oldSets);
    return after;
  }

  /** Old Pods go first, all of them; then come the new ones. Source: `rolloutRecreate`. */
  function recreate(deployment: Deployment, conditions: Conditions): Conditions {
    const { newSet, oldSets } = readReplicaSets(cluster, deployment);
    if (newSet !== undefined) control.numberNewSet(deployment, newSet, oldSets);
    const shrink = oldSets.filter(isActiveSet).map(({ metadata }) => ({ name: metadata.name, to: 0 }));
    if (control.scale(deployment, shrink) || hasOldPods(oldSets)) return conditions;
    const after = ensureNewSet(deployment, conditions);
    const current = readReplicaSets(cluster, deployment).newSet;
    if (current !== undefined) {
      control.scale(deployment, [{ name: current.metadata.name, to: desiredReplicas(deployment) }]);
    }
    if (isComplete(deployment, deployment.status)) control.forgetOldRevisions(deployment, oldSets);
    return after;
  }

  function hasOldPods(oldSets: ReplicaSets['oldSets']): boolean {
    return oldSets.some((set) => cluster.controlledBy('v1/pods', set).some((pod) => !isTerminal(pod)));
  }

  /** Looks again when the deadline of the rollout is over. Source: `requeueStuckDeployment`. */
  function watchProgress(key: string): void {
    const { namespace, name } = nameOf(key);
    const deployment = cluster.get(DEPLOYMENTS, namespace, name);
    if (deployment === undefined) return;
    const deadline = progressDeadline(deployment);
    const progressing = findCondition(conditionsOf(deployment), 'Progressing');
    if (deadline === undefined || progressing === undefined) return;
    if (isComplete(deployment, deployment.status)) return;
    if (progressing.reason === 'ProgressDeadlineExceeded') return;
    const updated = millisecondsOf(progressing.lastUpdateTime) ?? clock.now();
    queue.addAfter(key, Math.max(0, updated + deadline - clock.now()) + 1000);
  }

  function writeStatus(deployment: Deployment, status: DeploymentStatus): void {
    cluster.modifyStatus(DEPLOYMENTS, deployment, (copy) => {
      copy.status = status;
    });
  }
}

function conditionsOf({ status }: Deployment): Conditions {
  return copyOf<DeploymentCondition[]>(status?.conditions ?? []);
}

/** Whether `replicas` was changed since the ReplicaSets were last scaled. Source: `isScalingEvent`. */
function isScaled(deployment: Deployment, { newSet, oldSets }: ReplicaSets): boolean {
  const all = newSet === undefined ? oldSets : [...oldSets, newSet];
  return all.filter(isActiveSet).some((set) => {
    const noted = notedDesiredReplicas(set);
    return noted !== undefined && noted !== desiredReplicas(deployment);
  });
}

/** Time spent paused does not count against the deadline. Source: `checkPausedConditions`. */
function pauseConditions(deployment: Deployment, now: number): Conditions {
  const conditions = conditionsOf(deployment);
  if (progressDeadline(deployment) === undefined) return conditions;
  const reason = findCondition(conditions, 'Progressing')?.reason;
  const paused = deployment.spec.paused === true;
  if (reason === 'ProgressDeadlineExceeded' || paused === (reason === 'DeploymentPaused')) return conditions;
  return withCondition(
    conditions,
    {
      type: 'Progressing',
      status: 'Unknown',
      reason: paused ? 'DeploymentPaused' : 'DeploymentResumed',
      message: paused ? 'Deployment is paused' : 'Deployment is resumed',
    },
    now,
  );
}
