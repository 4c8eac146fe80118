import type { PodCondition } from 'kubernetes-types/core/v1';
import { seconds } from '../../store/deletion.ts';
import { sameJson } from '../../store/json.ts';
import { keyOf, nameOf } from '../cluster.ts';
import type { Change, ControllerContext } from '../controller-context.ts';
import type { Pod } from '../kinds.ts';
import {
  FIRST_SCHEDULING_BACKOFF,
  LONGEST_SCHEDULING_BACKOFF,
  SCHEDULING,
  UNSCHEDULABLE_RETRY,
} from '../timing.ts';
import { isTerminal } from '../workload/pod-state.ts';
import { chooseNode } from './choose-node.ts';
import { refusalOf } from './filter-nodes.ts';
import { nodeLoads } from './node-load.ts';
import { hasPodAffinity, neighbourhoodOf } from './pod-affinity.ts';
import { unschedulableMessage } from './unschedulable-message.ts';

const NAME = 'default-scheduler';

/** A Pod that fitted no node. */
interface Unschedulable {
  attempts: number;
  /** Milliseconds since 1970. */
  lastAttempt: number;
}

/** Binds Pods to nodes, and says in events and conditions why it cannot. */
export function startScheduler(context: ControllerContext): void {
  const { clock, cluster } = context;
  const recorder = context.events.of({ component: NAME });
  const unschedulable = new Map<string, Unschedulable>();
  const queue = context.queue(schedule);

  context.watch('v1/pods', (change) => {
    const key = keyOf(change.object);
    if (isWaiting(change.object) && change.type === 'ADDED') queue.addAfter(key, SCHEDULING);
    if (change.type === 'DELETED') unschedulable.delete(key);
    if (makesRoom(change)) retry(() => true);
    else if (changesNeighbours(change)) retry(hasPodAffinity);
  });
  context.watch('v1/nodes', (change) => {
    if (makesNodeFit(change)) retry(() => true);
  });

  /** Tries the Pods again that fit nowhere, each no sooner than its back-off allows. */
  function retry(isConcerned: (pod: Pod) => boolean): void {
    for (const [key, { attempts, lastAttempt }] of unschedulable) {
      const { namespace, name } = nameOf(key);
      const pod = cluster.get('v1/pods', namespace, name);
      if (pod === undefined || !isConcerned(pod)) continue;
      const backoff = Math.min(LONGEST_SCHEDULING_BACKOFF, FIRST_SCHEDULING_BACKOFF * 2 ** (attempts - 1));
      queue.addAfter(key, Math.max(0, lastAttempt + backoff - clock.now()));
    }
  }

  function schedule(key: string): void {
    const { namespace, name } = nameOf(key);
    const pod = cluster.get('v1/pods', namespace, name);
    if (pod === undefined || !isWaiting(pod)) return;
    const loads = nodeLoads(cluster.list('v1/nodes'), cluster.list('v1/pods'));
    const labelsOf = (name: string) => cluster.get('v1/namespaces', undefined, name)?.metadata.labels;
    const neighbourhood = neighbourhoodOf(loads, labelsOf);
    const judged = loads.map((load) => ({ load, refusal: refusalOf(pod, load, neighbourhood) }));
    const feasible = judged.flatMap(({ load, refusal }) => (refusal === undefined ? [load] : []));
    const best = chooseNode(pod, feasible);
    if (best !== undefined) {
      bind(pod, best.node.metadata.name);
      unschedulable.delete(key);
      return;
    }
    const refusals = judged.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal]));
    const attempts = (unschedulable.get(key)?.attempts ?? 0) + 1;
    unschedulable.set(key, { attempts, lastAttempt: clock.now() });
    queue.addAfter(key, UNSCHEDULABLE_RETRY);
    const message = unschedulableMessage(refusals, pod.spec.preemptionPolicy);
    setScheduled(pod, { status: 'False', reason: 'Unschedulable', message });
    recorder.warning(pod, 'FailedScheduling', message);
  }

  function bind(pod: Pod, node: string): void {
    cluster.modify('v1/pods', pod, (copy) => {
      copy.spec.nodeName = node;
    });
    setScheduled(pod, { status: 'True' });
    recorder.normal(pod, 'Scheduled', `Successfully assigned ${keyOf(pod)} to ${node}`);
  }

  function setScheduled(pod: Pod, result: Pick<PodCondition, 'status' | 'reason' | 'message'>): void {
    cluster.modifyStatus('v1/pods', pod, (copy) => {
      const before = copy.status?.conditions ?? [];
      const earlier = before.find(({ type }) => type === 'PodScheduled');
      const since = earlier?.status === result.status ? earlier.lastTransitionTime : undefined;
      const condition: PodCondition = {
        type: 'PodScheduled',
        lastTransitionTime: since ?? seconds(clock.now()),
        ...result,
      };
      const conditions = [...before.filter(({ type }) => type !== 'PodScheduled'), condition];
      copy.status = { phase: 'Pending', ...copy.status, conditions };
    });
  }
}

function isWaiting(pod: Pod): boolean {
  return (
    !pod.spec.nodeName &&
    (pod.spec.schedulerName ?? NAME) === NAME &&
    pod.metadata.deletionTimestamp === undefined &&
    !isTerminal(pod)
  );
}

/** A Pod has left its node. */
function makesRoom({ type, object, previous }: Change<'v1/pods'>): boolean {
  if (object.spec.nodeName === undefined) return false;
  return type === 'DELETED' || (isTerminal(object) && previous !== undefined && !isTerminal(previous));
}

/** A Pod has come to a node, or has other labels. */
function changesNeighbours({ type, object, previous }: Change<'v1/pods'>): boolean {
  if (object.spec.nodeName === undefined) return false;
  return (
    type === 'ADDED' ||
    previous?.spec.nodeName === undefined ||
    !sameJson(object.metadata.labels, previous.metadata.labels)
  );
}

function makesNodeFit({ type, object, previous }: Change<'v1/nodes'>): boolean {
  if (type !== 'MODIFIED') return true;
  return !(
    sameJson(object.spec, previous?.spec) &&
    sameJson(object.metadata.labels, previous?.metadata.labels) &&
    sameJson(object.status?.allocatable, previous?.status?.allocatable)
  );
}
