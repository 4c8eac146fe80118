import type { AddressFamily } from '../ip/address.ts';
import type { Holder } from './holders.ts';
import { namedSegments } from './named-segments.ts';
import type { NamedSet } from './named-segments.ts';
import type { CellState, RangeMap, StateBlock } from './range-map.ts';

/**
 * Addresses that a table shows on one line: each that a Pod holds, and the others by runs of the same state and the
 * same name. So a /64 has no more lines than a /24.
 */
export interface AddressRow {
  readonly family: AddressFamily;
  readonly first: bigint;
  readonly last: bigint;
  /** `stray`: held, though the pool's ranges do not have it. */
  readonly state: CellState | 'stray';
  readonly holder?: Holder;
  /** The SpiderReservedIPs that reserve it, or the pools that it was handed to. */
  readonly names: readonly string[];
}

/** The lines of a pool. @param reserved every SpiderReservedIP of the family. */
export function poolRows(
  map: RangeMap,
  holders: readonly Holder[],
  reserved: readonly NamedSet[],
): readonly AddressRow[] {
  const held = holders.map((holder): AddressRow => ({
    family: holder.address.family,
    first: holder.address.value,
    last: holder.address.value,
    state: holder.stray ? 'stray' : 'used',
    holder,
    names: [],
  }));
  const others = map.blocks.filter(({ state }) => state === 'free' || state === 'excluded');
  return sorted([
    ...held,
    ...others.map((block) => rowOf(map, block, [])),
    ...namedRows(map, ['reserved'], reserved),
  ]);
}

/** The lines of a subnet. What was handed to a pool has the pool's name. */
export function subnetRows(
  map: RangeMap,
  controlled: readonly NamedSet[],
  reserved: readonly NamedSet[],
): readonly AddressRow[] {
  const others = map.blocks.filter(({ state }) => state === 'free' || state === 'excluded');
  return sorted([
    ...others.map((block) => rowOf(map, block, [])),
    ...namedRows(map, ['used', 'handedOut'], controlled),
    ...namedRows(map, ['reserved'], reserved),
  ]);
}

function namedRows(
  map: RangeMap,
  states: readonly CellState[],
  sets: readonly NamedSet[],
): readonly AddressRow[] {
  return states.flatMap((state) => {
    const blocks = map.blocks.filter((block) => block.state === state);
    return namedSegments(blocks, sets).map(({ first, last, names }) =>
      rowOf(map, { first, last, state }, names),
    );
  });
}

function rowOf({ family }: RangeMap, block: StateBlock, names: readonly string[]): AddressRow {
  return { family, ...block, names };
}

/** By family, then by address. */
function sorted(rows: readonly AddressRow[]): readonly AddressRow[] {
  return rows.toSorted((a, b) => {
    if (a.family !== b.family) return a.family === 'ipv4' ? -1 : 1;
    return a.first < b.first ? -1 : a.first > b.first ? 1 : 0;
  });
}
