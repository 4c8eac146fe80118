import type { StatefulSetStatus } from 'kubernetes-types/apps/v1';
import { StatusError } from '../../store/store.ts';
import { keyOf, nameOf } from '../cluster.ts';
import type { ControllerContext } from '../controller-context.ts';
import type { Pod, Revision, StatefulSet } from '../kinds.ts';
import { claim } from '../workload/claim.ts';
import { createPod } from '../workload/create-pod.ts';
import { omitZeros } from '../workload/omit-zeros.ts';
import { isNamespaceTerminating } from '../workload/pod-control.ts';
import { isAvailable, isReady, isTerminal, isTerminating } from '../workload/pod-state.ts';
import { forgetRevisions, syncRevisions } from '../workload/revision-history.ts';
import { watchDependents } from '../workload/watch-dependents.ts';
import { planStep } from './ordinal-steps.ts';
import type { OrdinalStep } from './ordinal-steps.ts';
import { draftClaims, draftStatefulPod, firstOrdinal, ordinalOf, revisionNameOf } from './stateful-pod.ts';

const STATEFUL_SETS = 'apps/v1/statefulsets';
const CLAIMS = 'v1/persistentvolumeclaims';

interface Revisions {
  current: Revision;
  update: Revision;
}

/** Keeps the numbered Pods of StatefulSets, in order or all at once, and rolls them from the highest number down. */
export function startStatefulSetController(context: ControllerContext): void {
  const { clock, cluster, store } = context;
  const recorder = context.events.of({ component: 'statefulset-controller' });
  const queue = context.queue(reconcile);

  context.watch(STATEFUL_SETS, ({ object }) => queue.add(keyOf(object)));
  watchDependents(context, queue, 'v1/pods', { kind: 'StatefulSet', resource: STATEFUL_SETS });

  function reconcile(key: string): void {
    const { namespace, name } = nameOf(key);
    const set = cluster.get(STATEFUL_SETS, namespace, name);
    if (set === undefined) return;
    const history = syncRevisions(context, set);
    const named = history.all.find(({ metadata }) => metadata.name === set.status?.currentRevision);
    const revisions = { current: named ?? history.update, update: history.update };
    let failure: unknown;
    if (set.metadata.deletionTimestamp === undefined) {
      try {
        for (const step of planStep(stateOf(set, revisions))) take(set, revisions, step);
      } catch (error) {
        failure = error;
      }
    }
    const pods = podsOf(set);
    cluster.modifyStatus(STATEFUL_SETS, set, (copy) => {
      copy.status = statusOf(set, pods, revisions, clock.now());
    });
    const inUse = new Set([revisions.current.metadata.name, ...pods.map(revisionNameOf)]);
    inUse.add(revisions.update.metadata.name);
    forgetRevisions(context, history, set.spec.revisionHistoryLimit ?? 10, ({ metadata }) =>
      inUse.has(metadata.name),
    );
    wakeWhenAvailable(key, set, pods);
    if (failure !== undefined) throw failure;
  }

  function podsOf(set: StatefulSet): Pod[] {
    const isOwn = (pod: Pod) => ordinalOf(set, pod) !== undefined;
    return claim(cluster, 'v1/pods', set, set.spec.selector, isOwn).filter(isOwn);
  }

  function stateOf(set: StatefulSet, { current, update }: Revisions) {
    const { updateStrategy, podManagementPolicy, minReadySeconds = 0, replicas = 1 } = set.spec;
    return {
      first: firstOrdinal(set),
      replicas,
      ordered: podManagementPolicy !== 'Parallel',
      rolls: (updateStrategy?.type ?? 'RollingUpdate') === 'RollingUpdate',
      partition: updateStrategy?.rollingUpdate?.partition,
      currentReplicas: set.status?.currentReplicas ?? 0,
      current: current.metadata.name,
      update: update.metadata.name,
      pods: podsOf(set).map((pod) => ({
        name: pod.metadata.name,
        ordinal: ordinalOf(set, pod) ?? 0,
        revision: revisionNameOf(pod),
        ended: isTerminal(pod),
        terminating: isTerminating(pod),
        ready: pod.status?.phase === 'Running' && isReady(pod),
        available: isAvailable(pod, minReadySeconds, clock.now()),
      })),
    };
  }

  function take(set: StatefulSet, { current, update }: Revisions, step: OrdinalStep): void {
    if (step.action === 'create') {
      create(set, step.revision === update.metadata.name ? update : current, step.ordinal);
      return;
    }
    const pod = cluster.get('v1/pods', set.metadata.namespace, step.name);
    if (pod === undefined) return;
    cluster.delete('v1/pods', pod);
    recorder.normal(set, 'SuccessfulDelete', eventText('delete', step.name, set));
  }

  function create(set: StatefulSet, revision: Revision, ordinal: number): void {
    const { name } = set.metadata;
    const pod = `${name}-${ordinal}`;
    for (const draft of draftClaims(set, ordinal).values()) {
      const claimName = draft.metadata.name ?? '';
      if (cluster.get(CLAIMS, set.metadata.namespace, claimName) !== undefined) continue;
      store.create(CLAIMS, draft);
      const text = `create Claim ${claimName} Pod ${pod} in StatefulSet ${name} success`;
      recorder.normal(set, 'SuccessfulCreate', text);
    }
    try {
      createPod(context, draftStatefulPod(set, revision, ordinal));
    } catch (error) {
      if (isNamespaceTerminating(error)) return;
      if (error instanceof StatusError) {
        const text = `create Pod ${pod} in StatefulSet ${name} failed error: ${error.message}`;
        recorder.warning(set, 'FailedCreate', text);
      }
      throw error;
    }
    recorder.normal(set, 'SuccessfulCreate', eventText('create', pod, set));
  }

  function wakeWhenAvailable(key: string, { spec }: StatefulSet, pods: readonly Pod[]): void {
    const { minReadySeconds = 0 } = spec;
    if (pods.some((pod) => isReady(pod) && !isAvailable(pod, minReadySeconds, clock.now()))) {
      queue.addAfter(key, minReadySeconds * 1000);
    }
  }
}

function eventText(verb: 'create' | 'delete', pod: string, set: StatefulSet): string {
  return `${verb} Pod ${pod} in StatefulSet ${set.metadata.name} successful`;
}

/** Source: `updateStatus` and `completeRollingUpdate` of k8s.io/kubernetes/pkg/controller/statefulset. */
function statusOf(
  set: StatefulSet,
  pods: readonly Pod[],
  revisions: Revisions,
  now: number,
): StatefulSetStatus {
  const { minReadySeconds = 0, replicas = 1, updateStrategy } = set.spec;
  const current = revisions.current.metadata.name;
  const update = revisions.update.metadata.name;
  const ready = pods.filter((pod) => pod.status?.phase === 'Running' && isReady(pod));
  const staying = pods.filter((pod) => !isTerminating(pod));
  const madeFrom = (revision: string) => staying.filter((pod) => revisionNameOf(pod) === revision).length;
  const updatedReplicas = madeFrom(update);
  const rolls = (updateStrategy?.type ?? 'RollingUpdate') === 'RollingUpdate';
  const isDone =
    rolls && updatedReplicas === replicas && ready.length === replicas && pods.length === replicas;
  return {
    ...omitZeros({
      observedGeneration: set.metadata.generation ?? 0,
      readyReplicas: ready.length,
      currentReplicas: isDone ? updatedReplicas : madeFrom(current),
      updatedReplicas,
    }),
    replicas: pods.length,
    availableReplicas: ready.filter((pod) => isAvailable(pod, minReadySeconds, now)).length,
    currentRevision: isDone ? update : current,
    updateRevision: update,
    collisionCount: 0,
  };
}
