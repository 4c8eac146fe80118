import type { DaemonSetStatus } from 'kubernetes-types/apps/v1';
import { keyOf, nameOf } from '../cluster.ts';
import type { ControllerContext } from '../controller-context.ts';
import type { DaemonSet, Pod } from '../kinds.ts';
import { claim } from '../workload/claim.ts';
import { scaledValue } from '../workload/int-or-percent.ts';
import { omitZeros } from '../workload/omit-zeros.ts';
import { createPodControl } from '../workload/pod-control.ts';
import { isAvailable, isReady, isTerminating } from '../workload/pod-state.ts';
import { POD_REVISION, forgetRevisions, syncRevisions } from '../workload/revision-history.ts';
import { watchDependents } from '../workload/watch-dependents.ts';
import { daemonTemplate, eligibility, targetNode } from './daemon-pod.ts';
import { planNodes, planUpdate } from './node-steps.ts';
import type { DaemonNode } from './node-steps.ts';

const DAEMON_SETS = 'apps/v1/daemonsets';

/** Keeps one Pod of each DaemonSet on every node that is eligible. */
export function startDaemonSetController(context: ControllerContext): void {
  const { clock, cluster } = context;
  const recorder = context.events.of({ component: 'daemonset-controller' });
  const podControl = createPodControl(context, recorder);
  const queue = context.queue(reconcile);

  context.watch(DAEMON_SETS, ({ object }) => queue.add(keyOf(object)));
  watchDependents(context, queue, 'v1/pods', { kind: 'DaemonSet', resource: DAEMON_SETS });
  context.watch('v1/nodes', () => {
    for (const set of cluster.list(DAEMON_SETS)) queue.add(keyOf(set));
  });

  function reconcile(key: string): void {
    const { namespace, name } = nameOf(key);
    const set = cluster.get(DAEMON_SETS, namespace, name);
    if (set === undefined || set.metadata.deletionTimestamp !== undefined) return;
    const history = syncRevisions(context, set);
    const hash = history.update.metadata.labels?.[POD_REVISION] ?? '';
    let failure: unknown;
    try {
      manage(set, hash);
    } catch (error) {
      failure = error;
    }
    cluster.modifyStatus(DAEMON_SETS, set, (copy) => {
      copy.status = statusOf(set, nodesOf(set, hash));
    });
    const inUse = new Set([hash, ...podsOf(set).map(({ metadata }) => metadata.labels?.[POD_REVISION])]);
    forgetRevisions(context, history, set.spec.revisionHistoryLimit ?? 10, ({ metadata }) =>
      inUse.has(metadata.labels?.[POD_REVISION]),
    );
    wakeWhenAvailable(key, set);
    if (failure !== undefined) throw failure;
  }

  function podsOf(set: DaemonSet): Pod[] {
    return claim(cluster, 'v1/pods', set, set.spec.selector);
  }

  function manage(set: DaemonSet, hash: string): void {
    const steps = planNodes(nodesOf(set, hash));
    for (const name of steps.delete) remove(set, name, steps.failed.includes(name));
    for (const node of steps.create) podControl.create(set, daemonTemplate(set, node, hash));
    if ((set.spec.updateStrategy?.type ?? 'RollingUpdate') !== 'RollingUpdate') return;
    const nodes = nodesOf(set, hash);
    for (const name of planUpdate(nodes, maxUnavailable(set, nodes))) remove(set, name, false);
  }

  function remove(set: DaemonSet, name: string, failed: boolean): void {
    const pod = cluster.get('v1/pods', set.metadata.namespace, name);
    if (pod === undefined) return;
    if (failed) {
      const node = targetNode(pod) ?? '';
      const text = `Found failed daemon pod ${keyOf(pod)} on node ${node}, will try to kill it`;
      recorder.warning(set, 'FailedDaemonPod', text);
    }
    podControl.delete(set, pod);
  }

  function nodesOf(set: DaemonSet, hash: string): DaemonNode[] {
    const byNode = new Map<string, Pod[]>();
    for (const pod of podsOf(set).sort(byAge)) {
      const node = targetNode(pod) ?? '';
      byNode.set(node, [...(byNode.get(node) ?? []), pod]);
    }
    return cluster.list('v1/nodes').map((node) => ({
      node: node.metadata.name,
      ...eligibility(set, node),
      pods: (byNode.get(node.metadata.name) ?? []).map((pod) => ({
        name: pod.metadata.name,
        updated: pod.metadata.labels?.[POD_REVISION] === hash,
        failed: pod.status?.phase === 'Failed',
        terminating: isTerminating(pod),
        ready: isReady(pod),
        available: isAvailable(pod, set.spec.minReadySeconds ?? 0, clock.now()),
      })),
    }));
  }

  function wakeWhenAvailable(key: string, set: DaemonSet): void {
    const { minReadySeconds = 0 } = set.spec;
    if (podsOf(set).some((pod) => isReady(pod) && !isAvailable(pod, minReadySeconds, clock.now()))) {
      queue.addAfter(key, minReadySeconds * 1000);
    }
  }
}

function byAge({ metadata: a }: Pod, { metadata: b }: Pod): number {
  if (a.creationTimestamp !== b.creationTimestamp) return a.creationTimestamp < b.creationTimestamp ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}

/** At least one, or no rollout could ever move. Source: `updatedDesiredNodeCounts`. */
function maxUnavailable({ spec }: DaemonSet, nodes: readonly DaemonNode[]): number {
  const wanted = spec.updateStrategy?.rollingUpdate?.maxUnavailable ?? 1;
  const desired = nodes.filter(({ shouldRun }) => shouldRun).length;
  return Math.max(1, scaledValue(wanted, desired, 'up'));
}

/** Source: `updateDaemonSetStatus` of k8s.io/kubernetes/pkg/controller/daemon. */
function statusOf(set: DaemonSet, nodes: readonly DaemonNode[]): DaemonSetStatus {
  const desired = nodes.filter(({ shouldRun }) => shouldRun);
  const scheduled = desired.flatMap(({ pods }) => pods.slice(0, 1));
  const available = scheduled.filter((pod) => pod.available).length;
  return {
    currentNumberScheduled: scheduled.length,
    numberMisscheduled: nodes.filter(({ shouldRun, pods }) => !shouldRun && pods.length > 0).length,
    desiredNumberScheduled: desired.length,
    numberReady: scheduled.filter((pod) => pod.ready).length,
    ...omitZeros({
      observedGeneration: set.metadata.generation ?? 0,
      updatedNumberScheduled: scheduled.filter((pod) => pod.updated).length,
      numberAvailable: available,
      numberUnavailable: desired.length - available,
    }),
  };
}
