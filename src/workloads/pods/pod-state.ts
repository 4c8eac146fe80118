import type { Pod } from 'kubernetes-types/core/v1';
import type { FailureCause } from '../../domain/failures/failure.ts';
import { newestFailure, sandboxFailure, type FailureOfEvent } from '../../domain/failures/newest-failure.ts';
import type { EventSummary } from '../events/event-summary.ts';

export type PodPhase =
  | 'running'
  | 'notReady'
  | 'scheduling'
  | 'creating'
  | 'network'
  | 'address'
  | 'image'
  | 'crashing'
  | 'succeeded'
  | 'failed'
  | 'ending';

export interface PodState {
  readonly phase: PodPhase;
  /** Why it does not run yet, with the event that says so. Absent when it runs, or when nothing says why. */
  readonly failure?: FailureOfEvent<EventSummary>;
}

/** Failures of the address itself, as against the network in general: they are worded as such. */
const addressCauses: ReadonlySet<FailureCause> = new Set([
  'exhausted',
  'filteredOut',
  'noAutoPool',
  'noCandidate',
  'noRule',
  'poolNotFound',
  'tooManyRecords',
  'writeConflicts',
]);

/**
 * How one Pod is, from its status and its events.
 *
 * @param events the Pod's own, newest first.
 */
export function podState(pod: Pod, events: readonly EventSummary[]): PodState {
  const phase = pod.status?.phase;
  if (pod.metadata?.deletionTimestamp !== undefined) return { phase: 'ending' };
  if (phase === 'Succeeded') return { phase: 'succeeded' };
  if (phase === 'Failed') return { phase: 'failed' };
  const waiting = (pod.status?.containerStatuses ?? []).map(({ state }) => state?.waiting?.reason);
  if (waiting.some((reason) => reason === 'CrashLoopBackOff'))
    return withEvent('crashing', events, 'BackOff');
  if (waiting.some((reason) => reason === 'ErrImagePull' || reason === 'ImagePullBackOff')) {
    return withEvent('image', events, 'Failed');
  }
  if (phase === 'Running') return { phase: isReady(pod) ? 'running' : 'notReady' };
  if (pod.spec?.nodeName === undefined) return withEvent('scheduling', events, 'FailedScheduling');
  return sandboxState(events);
}

/** A bound Pod that does not run: its network may have failed. */
function sandboxState(events: readonly EventSummary[]): PodState {
  const failure = sandboxFailure(events);
  if (failure === undefined) return { phase: 'creating' };
  return { phase: addressCauses.has(failure.failure.cause) ? 'address' : 'network', failure };
}

function withEvent(phase: PodPhase, events: readonly EventSummary[], eventReason: string): PodState {
  const failure = newestFailure(events, eventReason);
  return failure === undefined ? { phase } : { phase, failure };
}

function isReady(pod: Pod): boolean {
  return (pod.status?.conditions ?? []).some(({ type, status }) => type === 'Ready' && status === 'True');
}

export function restartsOf(pod: Pod): number {
  return (pod.status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
}
