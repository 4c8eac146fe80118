import { recordAt, textAt } from '../untyped.ts';

/** The SpiderCoordinator as far as it tells why Pods wait (domain reference 2.6). */
export interface CoordinatorState {
  /** `Synced` when it knows the cluster's own networks; `''` before it was ever looked at. */
  readonly phase: string;
  /** Why it is not `Synced`; `''` when nobody says. */
  readonly reason: string;
}

export function decodeCoordinator(object: unknown): CoordinatorState {
  const status = recordAt(object, 'status');
  return { phase: textAt(status, 'phase') ?? '', reason: textAt(status, 'reason') ?? '' };
}
