import { recordable } from '../spiderpool/record-limit.ts';
import type { CapacityForecast } from './forecast.ts';
import type { FixedSupply, PoolSupply } from './supply.ts';

/** The addresses that a forecast is about, part by part: what is there adds up to `total`. */
export interface BarParts {
  /** Of the pools, or of the subnet of a fixed pool. */
  readonly total: bigint;
  /** Held by others, handed to other pools, or reserved. */
  readonly others: bigint;
  /** Held by this workload already. */
  readonly held: bigint;
  /** What its Pods need now on top. */
  readonly now: bigint;
  /** What a rolling update needs on top of that at its peak. */
  readonly rollout: bigint;
  /** What a fixed pool has beyond the peak. */
  readonly spare: bigint;
  /** What a fixed pool has not, for the Pods or their rolling update; no part of `total`. */
  readonly beyondPool: bigint;
  /** What is left for others. */
  readonly free: bigint;
  /** How many of `now`, `rollout` and `spare` are not there; no part of `total`. */
  readonly lacking: bigint;
}

/** The parts of the bar of a forecast; `undefined` where its supply is not known. */
export function barParts({ supply, demand }: CapacityForecast): BarParts | undefined {
  if (supply === undefined) return undefined;
  const replicas = BigInt(demand.replicas);
  const surge = BigInt(demand.surge);
  return supply.kind === 'fixed' ? fixedParts(supply, replicas, surge) : poolParts(supply, replicas, surge);
}

/** Pools are drawn from address by address. */
function poolParts({ total, free, held }: PoolSupply, replicas: bigint, surge: bigint): BarParts {
  const now = positive(replicas - held);
  const rollout = positive(replicas + surge - held) - now;
  const left = free - now - rollout;
  return {
    total,
    others: total - free - held,
    held,
    now,
    rollout,
    spare: 0n,
    beyondPool: 0n,
    free: positive(left),
    lacking: positive(-left),
  };
}

/** A fixed pool is taken from its subnet at once; a rolling update lives on its elastic addresses. */
function fixedParts(supply: FixedSupply, replicas: bigint, surge: bigint): BarParts | undefined {
  const { size, kept, unusable, needed, stock } = supply;
  if (stock.state !== 'known') return undefined;
  const { total, free } = stock;
  const held = kept < size ? kept : size;
  const usable = recordable(positive(size - unusable));
  const now = positive(smaller(replicas, usable) - held);
  const rollout = positive(smaller(replicas + surge, usable) - held) - now;
  return {
    total,
    others: total - free - kept,
    held,
    now,
    rollout,
    spare: needed - now - rollout,
    beyondPool: positive(replicas + surge - usable),
    free: positive(free - needed) + (kept - held),
    lacking: positive(needed - free),
  };
}

function positive(count: bigint): bigint {
  return count > 0n ? count : 0n;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
