import type { ReplicaSetCondition, ReplicaSetStatus } from 'kubernetes-types/apps/v1';
import { seconds } from '../../store/deletion.ts';
import { StatusError } from '../../store/store.ts';
import { controllerOf, copyOf, keyOf, nameOf } from '../cluster.ts';
import type { ControllerContext } from '../controller-context.ts';
import type { Pod, ReplicaSet } from '../kinds.ts';
import { matchesLabels } from '../label-selector.ts';
import { claim } from '../workload/claim.ts';
import { POD_BURST } from '../workload/create-pod.ts';
import { omitZeros } from '../workload/omit-zeros.ts';
import { createPodControl } from '../workload/pod-control.ts';
import { podsToDelete } from '../workload/pod-order.ts';
import { isActive, isAvailable, isReady } from '../workload/pod-state.ts';
import { watchDependents } from '../workload/watch-dependents.ts';

const REPLICA_SETS = 'apps/v1/replicasets';

/**
 * Keeps as many Pods as a ReplicaSet desires.
 * Source: `syncReplicaSet` of k8s.io/kubernetes/pkg/controller/replicaset.
 */
export function startReplicaSetController(context: ControllerContext): void {
  const { clock, cluster } = context;
  const pods = createPodControl(context, context.events.of({ component: 'replicaset-controller' }));
  const queue = context.queue(reconcile);

  context.watch(REPLICA_SETS, ({ object }) => queue.add(keyOf(object)));
  watchDependents(context, queue, 'v1/pods', { kind: 'ReplicaSet', resource: REPLICA_SETS });

  function reconcile(key: string): void {
    const { namespace, name } = nameOf(key);
    const set = cluster.get(REPLICA_SETS, namespace, name);
    if (set === undefined) return;
    let failure: unknown;
    if (set.metadata.deletionTimestamp === undefined) {
      try {
        manage(set, activePods(set));
      } catch (error) {
        failure = error;
      }
    }
    // As the real controller with its caches: the status tells of the Pods after this step, not before.
    const owned = activePods(set);
    cluster.modifyStatus(REPLICA_SETS, set, (copy) => {
      copy.status = statusOf(set, owned, failure, clock.now());
    });
    wakeWhenAvailable(key, set, owned);
    if (failure !== undefined) throw failure;
  }

  function activePods(set: ReplicaSet): Pod[] {
    return claim(cluster, 'v1/pods', set, set.spec.selector, isActive).filter(isActive);
  }

  function manage(set: ReplicaSet, owned: readonly Pod[]): void {
    const missing = (set.spec.replicas ?? 1) - owned.length;
    for (let count = 0; count < Math.min(POD_BURST, missing); count += 1) {
      pods.create(set, set.spec.template ?? {});
    }
    if (missing >= 0) return;
    const surplus = Math.min(POD_BURST, -missing);
    for (const pod of podsToDelete(owned, relatedPods(set), surplus, clock.now())) pods.delete(set, pod);
  }

  /** The Pods of all ReplicaSets with the same controller. Source: `getIndirectlyRelatedPods`. */
  function relatedPods(set: ReplicaSet): Pod[] {
    const controller = controllerOf(set);
    const siblings =
      controller === undefined
        ? [set]
        : cluster
            .list(REPLICA_SETS, set.metadata.namespace)
            .filter((other) => controllerOf(other)?.uid === controller.uid);
    const uids = new Set(siblings.map(({ metadata }) => metadata.uid));
    return cluster
      .list('v1/pods', set.metadata.namespace)
      .filter((pod) => uids.has(controllerOf(pod)?.uid ?? ''));
  }

  function wakeWhenAvailable(key: string, set: ReplicaSet, owned: readonly Pod[]): void {
    const { minReadySeconds = 0 } = set.spec;
    if (minReadySeconds === 0) return;
    if (owned.some((pod) => isReady(pod) && !isAvailable(pod, minReadySeconds, clock.now()))) {
      queue.addAfter(key, minReadySeconds * 1000);
    }
  }
}

/** Source: `calculateStatus` of k8s.io/kubernetes/pkg/controller/replicaset. */
function statusOf(set: ReplicaSet, pods: readonly Pod[], failure: unknown, now: number): ReplicaSetStatus {
  const labels = set.spec.template?.metadata?.labels ?? {};
  const conditions = failureConditions(set, pods, failure, now);
  return {
    replicas: pods.length,
    ...omitZeros({
      fullyLabeledReplicas: pods.filter(({ metadata }) => matchesLabels(labels, metadata.labels)).length,
      readyReplicas: pods.filter(isReady).length,
      availableReplicas: pods.filter((pod) => isAvailable(pod, set.spec.minReadySeconds ?? 0, now)).length,
      observedGeneration: set.metadata.generation ?? 0,
    }),
    ...(conditions.length === 0 ? {} : { conditions }),
  };
}

function failureConditions(
  set: ReplicaSet,
  pods: readonly Pod[],
  failure: unknown,
  now: number,
): ReplicaSetCondition[] {
  const before = copyOf<ReplicaSetCondition[]>(set.status?.conditions ?? []);
  const others = before.filter(({ type }) => type !== 'ReplicaFailure');
  if (!(failure instanceof StatusError)) return others;
  if (others.length < before.length) return before;
  const reason = pods.length < (set.spec.replicas ?? 1) ? 'FailedCreate' : 'FailedDelete';
  return [
    ...others,
    {
      type: 'ReplicaFailure',
      status: 'True',
      lastTransitionTime: seconds(now),
      reason,
      message: failure.message,
    },
  ];
}
