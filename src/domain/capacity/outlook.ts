import { recordable } from '../spiderpool/record-limit.ts';
import type { PodDemand } from './pod-demand.ts';
import { isLegible } from './legible.ts';
import type { FixedSupply, PoolSupply } from './supply.ts';
import { gravityOf, verdictFor } from './verdict.ts';
import type { CapacityVerdict, UnknownReason } from './verdict.ts';

/** What a supply means for the Pods. */
export interface Outlook {
  /** Pods that can have an address at the same time. */
  readonly capacity: bigint;
  readonly verdict: CapacityVerdict;
}

/** The pool first, whose size is certain; then whether its subnet can hand it out. */
export function fixedOutlook(supply: FixedSupply, demand: PodDemand): Outlook {
  const { size, unusable, needed, stock } = supply;
  const capacity = recordable(size > unusable ? size - unusable : 0n);
  const verdict = verdictFor(capacity, demand);
  // Without a Pod nothing can fail, whatever becomes of the pool.
  if (needed === 0n || demand.replicas === 0) return { capacity, verdict };
  if (stock.state !== 'known') {
    return { capacity, verdict: certain(verdict, stock.state === 'loading' ? 'loading' : 'subnets') };
  }
  if (needed > stock.free) {
    // A pool that a former workload left would be resized, and need less.
    if (!supply.keptKnown) return { capacity, verdict: unknown('pools') };
    return { capacity: 0n, verdict: { kind: 'subnetShort', needed, free: stock.free } };
  }
  return { capacity, verdict: stock.legible ? verdict : certain(verdict, 'allocations') };
}

export function poolOutlook({ free, held, sure, shares }: PoolSupply, demand: PodDemand): Outlook {
  const best = verdictFor(free + held, demand);
  if (!shares.every(({ pool }) => isLegible(pool))) {
    return { capacity: free + held, verdict: certain(best, 'allocations') };
  }
  const verdict = verdictFor(sure, demand);
  return { capacity: sure, verdict: verdict.kind === best.kind ? verdict : unknown('sharedPools') };
}

/** Whether there would be more addresses if Spiderpool kept more records of one pool. */
export function isHeldBackByRecords(supply: FixedSupply | PoolSupply): boolean {
  if (supply.kind === 'pools') return supply.shares.some(({ beyondRecords }) => beyondRecords > 0n);
  const usable = supply.size - supply.unusable;
  return recordable(usable) < usable;
}

/** Pools that serve under a condition only, and without which there would be too few addresses; none otherwise. */
export function conditionalPools({ shares }: PoolSupply, demand: PodDemand): readonly string[] {
  const sure = shares.filter(({ conditional }) => !conditional);
  const count = sure.reduce((sum, { free, held }) => sum + free + held, 0n);
  if (verdictFor(count, demand).kind === 'fits') return [];
  return shares.filter(({ conditional }) => conditional).map(({ pool }) => pool.name);
}

/** A verdict that rests on something unread is only good for what it refuses. */
function certain(verdict: CapacityVerdict, unread: UnknownReason): CapacityVerdict {
  return gravityOf(verdict) > gravityOf(unknown(unread)) ? verdict : unknown(unread);
}

function unknown(reason: UnknownReason): CapacityVerdict {
  return { kind: 'unknown', reason };
}
