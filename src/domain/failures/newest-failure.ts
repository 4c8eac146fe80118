import type { NetworkFailure } from './failure.ts';
import { readFailure } from './read-failure.ts';

/** What is needed of an Event. */
export interface PodEvent {
  readonly reason: string;
  readonly message: string;
  readonly warning: boolean;
  /** RFC 3339 in UTC. */
  readonly last: string;
}

export interface FailureOfEvent<Event extends PodEvent> {
  readonly failure: NetworkFailure;
  readonly event: Event;
}

/**
 * The newest warning of a reason that says why. Noise (domain reference 7.2, 29 and 30, and the kubelet's time-out that comes
 * before 29) is passed over for an earlier Event; when there is nothing else, the time-out tells most.
 *
 * @param events newest first
 * @param reason `FailedCreatePodSandBox`, `FailedScheduling`, `FailedCreate`
 */
export function newestFailure<Event extends PodEvent>(
  events: readonly Event[],
  reason: string,
): FailureOfEvent<Event> | undefined {
  let noise: FailureOfEvent<Event> | undefined;
  for (const event of events) {
    if (!event.warning || event.reason !== reason) continue;
    const failure = readFailure(event.message);
    if (!failure.noise) return { failure, event };
    const tellsMore = failure.cause === 'sandboxTimeout' && noise?.failure.cause !== 'sandboxTimeout';
    if (noise === undefined || tellsMore) noise = { failure, event };
  }
  return noise;
}

const started: ReadonlySet<string> = new Set(['Pulling', 'Pulled', 'Created', 'Started']);

/** Why a Pod on a node has no sandbox yet; `undefined` when nothing failed, or the containers were begun since. */
export function sandboxFailure<Event extends PodEvent>(
  events: readonly Event[],
): FailureOfEvent<Event> | undefined {
  const newest = events.find(({ reason, warning }) => warning && reason === 'FailedCreatePodSandBox');
  const overcome = events.find(({ reason }) => started.has(reason));
  if (newest === undefined || (overcome !== undefined && overcome.last > newest.last)) return undefined;
  return newestFailure(events, 'FailedCreatePodSandBox');
}
