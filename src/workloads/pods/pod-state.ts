import type { Pod } from 'kubernetes-types/core/v1';
import { readFailure, type NetworkFailure } from '../../domain/spiderpool/failure.ts';
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
  readonly failure?: { readonly reason: NetworkFailure; readonly event: EventSummary };
}

/** Failures of the address itself, as against the network in general: they are worded as such. */
const addressCauses: ReadonlySet<string> = new Set([
  'exhausted',
  'filteredOut',
  'noAutoPool',
  'poolNotFound',
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

/** A bound Pod that does not run: its network may have failed. An older failure that was overcome does not count. */
function sandboxState(events: readonly EventSummary[]): PodState {
  const overcome = events.find(
    ({ reason }) => reason === 'Pulled' || reason === 'Created' || reason === 'Started',
  );
  const event = events.find(({ reason }) => reason === 'FailedCreatePodSandBox');
  if (event === undefined || (overcome !== undefined && overcome.last > event.last))
    return { phase: 'creating' };
  const reason = readFailure(event.message);
  return { phase: addressCauses.has(reason.cause) ? 'address' : 'network', failure: { reason, event } };
}

function withEvent(phase: PodPhase, events: readonly EventSummary[], eventReason: string): PodState {
  const event = events.find(({ reason, warning }) => reason === eventReason && warning);
  return event === undefined ? { phase } : { phase, failure: { reason: readFailure(event.message), event } };
}

function isReady(pod: Pod): boolean {
  return (pod.status?.conditions ?? []).some(({ type, status }) => type === 'Ready' && status === 'True');
}

export function restartsOf(pod: Pod): number {
  return (pod.status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
}
