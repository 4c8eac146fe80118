import type { PodDemand } from './pod-demand.ts';

/** What will become of the Pods on one NIC and family (domain reference 5.2). */
export type CapacityVerdict = FirmVerdict | UnknownVerdict;

export type FirmVerdict =
  /** Every Pod starts, and a rolling update finds all the addresses that it wants. */
  | { readonly kind: 'fits' }
  /** A rolling update goes in smaller steps: `lacking` of its Pods wait, with errors, until old ones end. */
  | { readonly kind: 'tight'; readonly lacking: bigint }
  /** Every Pod starts, and a rolling update stops for good: it waits for an address before it ends a Pod. */
  | { readonly kind: 'deadlock' }
  /** Some Pods never start: the one of this number, counted from 1, and those after it. */
  | { readonly kind: 'short'; readonly firstFailing: number }
  /** The subnet cannot hand out the fixed pool. Nothing partial is made (4.3): no Pod starts. */
  | { readonly kind: 'subnetShort'; readonly needed: bigint; readonly free: bigint };

/** Not to be told, and never taken for enough. */
export interface UnknownVerdict {
  readonly kind: 'unknown';
  readonly reason: UnknownReason;
}

export type UnknownReason =
  | 'loading'
  /** The objects may not or could not be read. */
  | 'pools'
  | 'subnets'
  /** Who holds the addresses is written in a way that cannot be read. */
  | 'allocations'
  /** It depends on which of their common pools two NICs of a Pod draw from. */
  | 'sharedPools';

/**
 * The verdict for as many addresses as Pods can hold at the same time. Addresses of Pods that are ending are taken for
 * free, though they are so only when the Pod has ended.
 * @param capacity in addresses, those that the workload holds already included
 */
export function verdictFor(capacity: bigint, demand: PodDemand): FirmVerdict {
  const replicas = BigInt(demand.replicas);
  const peak = BigInt(demand.peak);
  if (capacity < replicas) return { kind: 'short', firstFailing: Number(capacity) + 1 };
  if (capacity >= peak) return { kind: 'fits' };
  if (capacity === replicas && demand.unavailable === 0) return { kind: 'deadlock' };
  return { kind: 'tight', lacking: peak - capacity };
}

const ranks = ['fits', 'tight', 'unknown', 'deadlock', 'short', 'subnetShort'] as const;

/** How bad a verdict is: more is worse. */
export function gravityOf({ kind }: CapacityVerdict): number {
  return ranks.indexOf(kind);
}

/** Whether Pods do not start or stop being replaced: what must not be submitted. */
export function isBlocking({ kind }: CapacityVerdict): boolean {
  return kind === 'deadlock' || kind === 'short' || kind === 'subnetShort';
}
