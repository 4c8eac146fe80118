import type { PodCondition, PodStatus } from 'kubernetes-types/core/v1';
import { seconds } from '../../store/deletion.ts';
import { copyOf } from '../cluster.ts';
import type { Node, Pod } from '../kinds.ts';
import { containerStatus } from './container-run.ts';
import type { ContainerRun } from './container-run.ts';
import { isInitialized, podPhase } from './pod-phase.ts';
import type { PodPhase, PodRuns } from './pod-phase.ts';

/** What the kubelet knows of one Pod beside its containers. */
export interface PodFacts {
  runs: PodRuns;
  /** Whether there is a sandbox with network. */
  hasSandbox: boolean;
  podIPs: readonly string[];
  /** When the kubelet first saw the Pod, in milliseconds since 1970. */
  startTime: number;
  /** Set when the Pod was stopped, whatever its containers say. */
  finalPhase?: PodPhase;
}

type Verdict = Pick<PodCondition, 'status' | 'reason' | 'message'>;

/**
 * The status that the kubelet writes. What it does not own (PodScheduled, qosClass) stays.
 * Source: `generateAPIPodStatus` of k8s.io/kubernetes/pkg/kubelet.
 */
export function podStatus(pod: Pod, node: Node | undefined, facts: PodFacts, now: number): PodStatus {
  const before = copyOf<PodStatus>(pod.status ?? {});
  const { runs } = facts;
  const phase = facts.finalPhase ?? podPhase(runs, pod.spec.restartPolicy ?? 'Always');
  const hostIPs = nodeAddresses(node);
  const podIPs = pod.spec.hostNetwork === true ? hostIPs : facts.podIPs;
  return {
    ...before,
    phase,
    conditions: withConditions(before.conditions ?? [], conditionsOf(facts, phase), now),
    ...addressFields('hostIP', hostIPs),
    ...addressFields('podIP', podIPs),
    startTime: seconds(facts.startTime),
    ...(runs.initContainers.length === 0
      ? {}
      : { initContainerStatuses: runs.initContainers.map(containerStatus) }),
    containerStatuses: runs.containers.map(containerStatus),
  };
}

/** The internal addresses of a node, at most one a family. */
export function nodeAddresses(node: Node | undefined): string[] {
  const internal = (node?.status?.addresses ?? []).filter(({ type }) => type === 'InternalIP');
  return internal.map(({ address }) => address).slice(0, 2);
}

function addressFields(name: 'hostIP' | 'podIP', addresses: readonly string[]): PodStatus {
  const [first] = addresses;
  if (first === undefined) return {};
  return { [name]: first, [`${name}s`]: addresses.map((ip) => ({ ip })) };
}

function conditionsOf(facts: PodFacts, phase: PodPhase): Record<string, Verdict> {
  const ready = readiness(facts.runs, phase);
  return {
    PodReadyToStartContainers: { status: facts.hasSandbox ? 'True' : 'False' },
    Initialized: initialization(facts.runs, phase),
    Ready: ready,
    ContainersReady: ready,
  };
}

/** Source: `GeneratePodInitializedCondition`. */
function initialization({ initContainers }: PodRuns, phase: PodPhase): Verdict {
  if (phase === 'Succeeded') return { status: 'True', reason: 'PodCompleted' };
  const incomplete = initContainers.filter((run) => !isInitialized(run));
  if (incomplete.length === 0) return { status: 'True' };
  const message = `containers with incomplete status: ${namesOf(incomplete)}`;
  return { status: 'False', reason: 'ContainersNotInitialized', message };
}

/** Source: `GenerateContainersReadyCondition`. */
function readiness({ containers }: PodRuns, phase: PodPhase): Verdict {
  if (phase === 'Succeeded') return { status: 'False', reason: 'PodCompleted' };
  if (phase === 'Failed') return { status: 'False', reason: 'PodFailed' };
  const unready = containers.filter(({ ready }) => !ready);
  if (unready.length === 0) return { status: 'True' };
  const message = `containers with unready status: ${namesOf(unready)}`;
  return { status: 'False', reason: 'ContainersNotReady', message };
}

function namesOf(runs: readonly ContainerRun[]): string {
  return `[${runs.map(({ spec }) => spec.name).join(' ')}]`;
}

/** The time of the last transition stays where the status stays. */
function withConditions(
  before: readonly PodCondition[],
  verdicts: Record<string, Verdict>,
  now: number,
): PodCondition[] {
  const others = before.filter(({ type }) => verdicts[type] === undefined);
  const own = Object.entries(verdicts).map(([type, verdict]): PodCondition => {
    const earlier = before.find((condition) => condition.type === type);
    const since = earlier?.status === verdict.status ? earlier.lastTransitionTime : undefined;
    return { type, lastTransitionTime: since ?? seconds(now), ...verdict };
  });
  return [...own, ...others];
}
