import { countAddresses, isEmptySet, subtract } from '../ip/range-set.ts';
import type { RangeSet } from '../ip/range-set.ts';
import type { Pool } from './pool.ts';
import type { Subnet } from './subnet.ts';

interface Stock {
  readonly total: bigint;
  /** Addresses that nobody holds. */
  readonly unheld: RangeSet;
  readonly unheldCount: bigint;
}

/** A stock depends on the object alone, and objects are replaced, never changed: it is counted once for each. */
const stocks = new WeakMap<Pool | Subnet, Stock>();

function stockOf(holder: Pool | Subnet, held: RangeSet): Stock {
  const counted = stocks.get(holder);
  if (counted) return counted;
  const unheld = subtract(holder.addresses, held);
  const stock = { total: countAddresses(holder.addresses), unheld, unheldCount: countAddresses(unheld) };
  stocks.set(holder, stock);
  return stock;
}

function freeOf(stock: Stock, reserved: RangeSet | undefined): bigint {
  if (!reserved || !mayMeet(stock.unheld, reserved)) return stock.unheldCount;
  return countAddresses(subtract(stock.unheld, reserved));
}

/** Whether the spans of two sets overlap; most pools are nowhere near a reserved address. */
function mayMeet(a: RangeSet, b: RangeSet): boolean {
  if (isEmptySet(a) || isEmptySet(b) || a.family !== b.family) return false;
  const [firstA, firstB] = [a.ranges[0]?.first ?? 0n, b.ranges[0]?.first ?? 0n];
  const [lastA, lastB] = [a.ranges.at(-1)?.last ?? 0n, b.ranges.at(-1)?.last ?? 0n];
  return firstA <= lastB && firstB <= lastA;
}

/** Addresses of a pool: `ips` without `excludeIPs`. Reserved ones count, as in the pool's own `totalIPCount`. */
export function poolTotal(pool: Pool): bigint {
  return stockOf(pool, pool.allocatedSet).total;
}

/**
 * Addresses that a pool can still hand out: neither held by a Pod nor reserved (domain reference 5.1).
 * @param reserved reserved addresses of the pool's family; `undefined` when they may not be read, and then the count
 *   is an upper bound.
 */
export function poolFree(pool: Pool, reserved: RangeSet | undefined): bigint {
  return freeOf(stockOf(pool, pool.allocatedSet), reserved);
}

/** Addresses of a subnet. */
export function subnetTotal(subnet: Subnet): bigint {
  return stockOf(subnet, subnet.handedOut).total;
}

/** Addresses that a subnet can still give to pools: neither handed out nor reserved (domain reference 5.1). */
export function subnetFree(subnet: Subnet, reserved: RangeSet | undefined): bigint {
  return freeOf(stockOf(subnet, subnet.handedOut), reserved);
}
