import type { RangeSet } from '../ip/range-set.ts';
import { freeAddresses } from './free.ts';
import type { Pool } from './pool.ts';

/**
 * Addresses that Spiderpool records of one pool, and so hands out of it, however many it has
 * (`SPIDERPOOL_IPPOOL_MAX_ALLOCATED_IPS` of the agent, which nothing in the API tells: its default; domain reference 2.2
 * and 7.2, 4).
 */
export const RECORD_LIMIT = 5000;

/** What Pods can still be given of a pool. */
export interface PoolRoom {
  readonly free: bigint;
  /** Free addresses that are not to be had, since the record of the pool would be too long. */
  readonly beyondRecords: bigint;
}

/** By reserved addresses and pool: asked at each keystroke, and the same until the cluster changes. */
const known = new WeakMap<RangeSet, WeakMap<Pool, PoolRoom>>();
const unreserved = new WeakMap<Pool, PoolRoom>();

/** @param reserved as for `freeAddresses` */
export function poolRoom(pool: Pool, reserved: RangeSet | undefined): PoolRoom {
  return roomCounter(reserved)(pool);
}

/** `poolRoom` for many pools. */
export function roomCounter(reserved: RangeSet | undefined): (pool: Pool) => PoolRoom {
  const rooms = reserved === undefined ? unreserved : (known.get(reserved) ?? new WeakMap<Pool, PoolRoom>());
  if (reserved !== undefined) known.set(reserved, rooms);
  return (pool) => {
    const before = rooms.get(pool);
    if (before) return before;
    const room = countRoom(pool, reserved);
    rooms.set(pool, room);
    return room;
  };
}

function countRoom(pool: Pool, reserved: RangeSet | undefined): PoolRoom {
  const unrecorded = freeAddresses(pool, reserved);
  const left = recordsLeft(pool);
  return unrecorded <= left
    ? { free: unrecorded, beyondRecords: 0n }
    : { free: left, beyondRecords: unrecorded - left };
}

/** Records of addresses outside of the ranges count like any other. */
function recordsLeft({ allocated }: Pool): bigint {
  return allocated.length < RECORD_LIMIT ? BigInt(RECORD_LIMIT - allocated.length) : 0n;
}

/** How many addresses of a pool of this workload alone its Pods can have. */
export function recordable(addresses: bigint): bigint {
  const limit = BigInt(RECORD_LIMIT);
  return addresses < limit ? addresses : limit;
}
