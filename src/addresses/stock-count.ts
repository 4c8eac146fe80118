import { compareAddresses } from '../domain/ip/address.ts';
import { parseCidr } from '../domain/ip/cidr.ts';
import type { RangeSet } from '../domain/ip/range-set.ts';
import { countShared } from '../domain/ip/range-set.ts';
import { freeAddresses } from '../domain/spiderpool/free.ts';
import type { Pool } from '../domain/spiderpool/pool.ts';
import { poolRoom } from '../domain/spiderpool/record-limit.ts';
import type { AddressStock, Unheld } from '../domain/spiderpool/stock.ts';

/** What the lists of pools and of subnets count on each line. */
export interface StockCount {
  readonly free: bigint;
  readonly total: bigint;
  /** Reserved addresses that would be free else; `undefined` where they cannot be read. */
  readonly reserved: bigint | undefined;
  /** Of the free ones of a pool those that Spiderpool will hand out; absent where that is all of them. */
  readonly obtainable?: bigint;
}

export function countStock(stock: AddressStock & Unheld, reserved: RangeSet | undefined): StockCount {
  return {
    free: freeAddresses(stock, reserved),
    total: stock.total,
    reserved: reserved && countShared(stock.unheld, reserved),
  };
}

/** The same of a pool: however many addresses are free, the record of one pool is only so long (`poolRoom`). */
export function countPool(pool: Pool, reserved: RangeSet | undefined): StockCount {
  const { free, beyondRecords } = poolRoom(pool, reserved);
  const count = countStock(pool, reserved);
  return beyondRecords > 0n ? { ...count, obtainable: free } : count;
}

/** IPv4 before IPv6, then by network; what is no CIDR comes last. */
export function compareCidrs(a: string, b: string): number {
  const left = parseCidr(a);
  const right = parseCidr(b);
  if (left.ok && right.ok) {
    return (
      compareAddresses(left.value.network, right.value.network) || left.value.prefix - right.value.prefix
    );
  }
  if (left.ok !== right.ok) return left.ok ? -1 : 1;
  return a.localeCompare(b);
}

export function compareCounts(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
