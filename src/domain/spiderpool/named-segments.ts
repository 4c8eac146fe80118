import type { AddressRange } from '../ip/range.ts';
import type { RangeSet } from '../ip/range-set.ts';

/** A set of addresses that somebody gave a name: a reservation, the share of a pool. */
export interface NamedSet {
  readonly name: string;
  readonly addresses: RangeSet;
}

/** Addresses `first` to `last`, all of which have the same names. */
export interface NamedSegment extends AddressRange {
  /** Empty where no set has the addresses. Sorted. */
  readonly names: readonly string[];
}

/** The ranges cut wherever a name begins or ends, in their order. The ranges are sorted and apart. O(n log n). */
export function namedSegments(
  ranges: readonly AddressRange[],
  sets: readonly NamedSet[],
): readonly NamedSegment[] {
  const changes = sets
    .flatMap(({ name, addresses }) =>
      addresses.ranges.flatMap(({ first, last }) => [
        { at: first, name, by: 1 },
        { at: last + 1n, name, by: -1 },
      ]),
    )
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const open = new Map<string, number>();
  const segments: NamedSegment[] = [];
  let next = 0;
  const applyUpTo = (value: bigint) => {
    for (let change = changes[next]; change !== undefined && change.at <= value; change = changes[next]) {
      const count = (open.get(change.name) ?? 0) + change.by;
      if (count === 0) open.delete(change.name);
      else open.set(change.name, count);
      next += 1;
    }
  };
  for (const range of ranges) {
    let { first } = range;
    while (first <= range.last) {
      applyUpTo(first);
      const change = changes[next];
      const last = change === undefined || change.at > range.last ? range.last : change.at - 1n;
      segments.push({ first, last, names: [...open.keys()].toSorted() });
      first = last + 1n;
    }
  }
  return joined(segments);
}

/** Segments that touch and have the same names become one: sets of the same name may touch. */
function joined(segments: readonly NamedSegment[]): readonly NamedSegment[] {
  const all: NamedSegment[] = [];
  for (const segment of segments) {
    const before = all.at(-1);
    if (before?.last === segment.first - 1n && String(before.names) === String(segment.names)) {
      all[all.length - 1] = { ...before, last: segment.last };
    } else all.push(segment);
  }
  return all;
}
