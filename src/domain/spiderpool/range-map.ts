import { countAddresses, intersect, subtract } from '../ip/range-set.ts';
import type { RangeSet } from '../ip/range-set.ts';
import type { Pool } from './pool.ts';
import type { StockDetails } from './stock-details.ts';
import type { Subnet } from './subnet.ts';

/** What an address of a pool or subnet is at this moment. */
export type CellState =
  | 'free'
  /** Held by a Pod. */
  | 'used'
  /** Of a subnet: handed to a pool, and no Pod is known to hold it. */
  | 'handedOut'
  /** By a SpiderReservedIP, and not held. */
  | 'reserved'
  /** Named in `spec.ips` and taken away by `spec.excludeIPs`. */
  | 'excluded';

export const cellStates = ['used', 'handedOut', 'free', 'reserved', 'excluded'] as const;

/** Addresses `first` to `last` of one state, with neighbours of other states or none. */
export interface StateBlock {
  readonly first: bigint;
  readonly last: bigint;
  readonly state: CellState;
}

export interface RangeMap {
  readonly family: RangeSet['family'];
  /** Sorted by address. As many as there are changes of state, however many addresses that is. */
  readonly blocks: readonly StateBlock[];
  readonly counts: Readonly<Record<CellState, bigint>>;
}

/** Addresses that have a state, unless an earlier layer has them already. */
export interface StateLayer {
  readonly state: Exclude<CellState, 'free'>;
  readonly addresses: RangeSet;
}

/** Every address of `universe` by the first layer that has it; free where none has. O(n log n) in ranges. */
export function rangeMap(universe: RangeSet, layers: readonly StateLayer[]): RangeMap {
  const counts: Record<CellState, bigint> = { free: 0n, used: 0n, handedOut: 0n, reserved: 0n, excluded: 0n };
  const blocks: StateBlock[] = [];
  const take = (state: CellState, taken: RangeSet) => {
    counts[state] += countAddresses(taken);
    for (const { first, last } of taken.ranges) blocks.push({ first, last, state });
  };
  let rest = universe;
  for (const { state, addresses } of layers) {
    take(state, intersect(rest, addresses));
    rest = subtract(rest, addresses);
  }
  take('free', rest);
  blocks.sort((a, b) => (a.first < b.first ? -1 : 1));
  return { family: universe.family, blocks, counts };
}

/**
 * A pool's addresses. What a Pod holds counts as used even where it is reserved by now: the Pod keeps it
 * (domain reference 2.4).
 * @param reserved `undefined` where reserved addresses may not be read: then none is shown.
 */
export function poolMap(
  pool: Pool,
  { included, excluded }: StockDetails,
  reserved: RangeSet | undefined,
): RangeMap {
  return rangeMap(included, [
    { state: 'excluded', addresses: excluded },
    { state: 'used', addresses: pool.allocatedSet },
    ...reservedLayer(reserved),
  ]);
}

/** A subnet's addresses. @param held what Pods hold, of all pools of the subnet. */
export function subnetMap(
  subnet: Subnet,
  { included, excluded }: StockDetails,
  held: RangeSet,
  reserved: RangeSet | undefined,
): RangeMap {
  return rangeMap(included, [
    { state: 'excluded', addresses: excluded },
    { state: 'used', addresses: intersect(subnet.handedOut, held) },
    { state: 'handedOut', addresses: subnet.handedOut },
    ...reservedLayer(reserved),
  ]);
}

function reservedLayer(reserved: RangeSet | undefined): readonly StateLayer[] {
  return reserved === undefined ? [] : [{ state: 'reserved', addresses: reserved }];
}

/** The state of one address; `undefined` outside of the map. O(log n). */
export function stateAt({ blocks }: RangeMap, value: bigint): CellState | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const block = blocks[middle];
    if (block !== undefined && block.last < value) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  return block !== undefined && block.first <= value ? block.state : undefined;
}
