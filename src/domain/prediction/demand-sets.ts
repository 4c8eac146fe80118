import type { Demand, Offer } from './prediction.ts';

/** The pools of a demand that have something to give, by name. */
export function suppliers({ tiers }: Demand): ReadonlyMap<string, bigint> {
  return supplierMap(tiers.flat());
}

export function supplierMap(offers: readonly Offer[]): ReadonlyMap<string, bigint> {
  return new Map(offers.filter(({ free }) => free > 0n).map(({ pool, free }) => [pool, free]));
}

/** Addresses of pools together. */
export function supply(pools: ReadonlyMap<string, bigint>): bigint {
  return [...pools.values()].reduce((sum, free) => sum + free, 0n);
}

export function overlap(a: Demand, b: Demand): boolean {
  const pools = suppliers(a);
  return [...suppliers(b).keys()].some((pool) => pools.has(pool));
}

/** Whether a Pod that has met `inner` is sure to meet `outer`: it holds a pool of it, and gets that address again. */
export function coveredBy(outer: Demand, inner: Demand): boolean {
  const pools = suppliers(outer);
  return [...suppliers(inner).keys()].every((pool) => pools.has(pool));
}

/**
 * How many of `pods` may find a demand used up, at most: each address is held by a Pod that does not, and one Pod holds
 * `heldAtMost` of them at most.
 */
export function mostShort(demand: Demand, pods: number, heldAtMost: number): number {
  const pools = suppliers(demand);
  const each = BigInt(Math.max(1, Math.min(heldAtMost, pools.size)));
  const holders = (supply(pools) + each - 1n) / each;
  return holders >= BigInt(pods) ? 0 : pods - Number(holders);
}
