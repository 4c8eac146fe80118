import type { Address, AddressFamily } from './address.ts';
import { formatRange, parseRange } from './range.ts';
import type { AddressRange, RangeError } from './range.ts';

/**
 * A set of addresses of one family. The ranges are sorted, apart and never adjacent, so that equal sets have equal
 * ranges. Nothing here enumerates addresses: `::/0` costs as much as one address.
 */
export interface RangeSet {
  readonly family: AddressFamily;
  readonly ranges: readonly AddressRange[];
}

export function emptySet(family: AddressFamily): RangeSet {
  return { family, ranges: [] };
}

/** The set of any ranges, in any order, overlapping or not. O(n log n). */
export function setOf(family: AddressFamily, ranges: readonly AddressRange[]): RangeSet {
  const sorted = [...ranges].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  return { family, ranges: mergeSorted(sorted) };
}

/** Joins ranges that overlap or touch. The input is sorted by `first`. */
function mergeSorted(sorted: readonly AddressRange[]): AddressRange[] {
  const merged: AddressRange[] = [];
  let open: AddressRange | undefined;
  for (const range of sorted) {
    if (open && range.first <= open.last + 1n) {
      if (range.last > open.last) open = { first: open.first, last: range.last };
    } else {
      if (open) merged.push(open);
      open = range;
    }
  }
  if (open) merged.push(open);
  return merged;
}

/**
 * The set of the entries that are sound ranges of the family; each other entry is a problem and adds nothing.
 * @param texts entries in Spiderpool's syntax, `a` or `a-b`.
 */
export function fromRanges(
  family: AddressFamily,
  texts: readonly string[],
): { readonly set: RangeSet; readonly problems: readonly RangeError[] } {
  const ranges: AddressRange[] = [];
  const problems: RangeError[] = [];
  for (const text of texts) {
    const range = parseRange(text);
    if (!range.ok) problems.push(range.error);
    else if (range.value.family === family) ranges.push({ first: range.value.first, last: range.value.last });
    else problems.push({ code: 'rangeOtherFamily', text, family: range.value.family });
  }
  return { set: setOf(family, ranges), problems };
}

/** The set of single addresses; those of another family are left out. */
export function fromAddresses(family: AddressFamily, addresses: readonly Address[]): RangeSet {
  return setOf(
    family,
    addresses
      .filter((address) => address.family === family)
      .map(({ value }) => ({ first: value, last: value })),
  );
}

/**
 * Addresses in either set. O(n+m).
 * @throws TypeError when the families differ: no set can hold both, so it is an error of the caller.
 */
export function union(a: RangeSet, b: RangeSet): RangeSet {
  if (a.family !== b.family) throw new TypeError('union of address sets of two families');
  const sorted: AddressRange[] = [];
  let left = 0;
  let right = 0;
  for (;;) {
    const x = a.ranges[left];
    const y = b.ranges[right];
    if (x && (!y || x.first <= y.first)) {
      sorted.push(x);
      left += 1;
    } else if (y) {
      sorted.push(y);
      right += 1;
    } else {
      return { family: a.family, ranges: mergeSorted(sorted) };
    }
  }
}

/** Addresses in both sets. Sets of two families share none. O(n+m). */
export function intersect(a: RangeSet, b: RangeSet): RangeSet {
  if (a.family !== b.family) return emptySet(a.family);
  const shared: AddressRange[] = [];
  let left = 0;
  let right = 0;
  for (;;) {
    const x = a.ranges[left];
    const y = b.ranges[right];
    if (!x || !y) return { family: a.family, ranges: shared };
    const first = x.first > y.first ? x.first : y.first;
    const last = x.last < y.last ? x.last : y.last;
    if (first <= last) shared.push({ first, last });
    if (x.last < y.last) left += 1;
    else right += 1;
  }
}

/** Addresses of `a` that are not in `b`. O(n+m). */
export function subtract(a: RangeSet, b: RangeSet): RangeSet {
  if (a.family !== b.family) return a;
  const rest: AddressRange[] = [];
  let cut = 0;
  for (const range of a.ranges) {
    let first = range.first;
    for (;;) {
      const hole = b.ranges[cut];
      if (!hole || hole.first > range.last) break;
      if (hole.last >= first) {
        if (hole.first > first) rest.push({ first, last: hole.first - 1n });
        first = hole.last + 1n;
      }
      if (hole.last > range.last) break;
      cut += 1;
    }
    if (first <= range.last) rest.push({ first, last: range.last });
  }
  return { family: a.family, ranges: rest };
}

/** Whether the address is in the set. O(log n). */
export function hasAddress(set: RangeSet, address: Address): boolean {
  if (address.family !== set.family) return false;
  const range = set.ranges[firstEndingAt(set.ranges, address.value)];
  return range !== undefined && range.first <= address.value;
}

/** How many addresses both sets have. O(n log m) for n ranges of `a` and m of `b`: cheap where one set is small. */
export function countShared(a: RangeSet, b: RangeSet): bigint {
  if (a.family !== b.family || areApart(a.ranges, b.ranges)) return 0n;
  let count = 0n;
  for (const { first, last } of a.ranges) {
    for (let at = firstEndingAt(b.ranges, first); ; at += 1) {
      const range = b.ranges[at];
      if (!range || range.first > last) break;
      const low = range.first > first ? range.first : first;
      const high = range.last < last ? range.last : last;
      count += high - low + 1n;
    }
  }
  return count;
}

/** Whether all of one list of ranges lies before all of the other, as most pools do to most reserved addresses. */
function areApart(a: readonly AddressRange[], b: readonly AddressRange[]): boolean {
  const firstA = a[0];
  const lastA = a[a.length - 1];
  const firstB = b[0];
  const lastB = b[b.length - 1];
  if (!firstA || !lastA || !firstB || !lastB) return true;
  return lastA.last < firstB.first || lastB.last < firstA.first;
}

/** The position of the first range that does not end before the value. */
function firstEndingAt(ranges: readonly AddressRange[], value: bigint): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const range = ranges[middle];
    if (range && range.last < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The set with one more address. O(n). */
export function addAddress(set: RangeSet, address: Address): RangeSet {
  return union(set, fromAddresses(address.family, [address]));
}

/** How many addresses the set has. */
export function countAddresses(set: RangeSet): bigint {
  let count = 0n;
  for (const range of set.ranges) count += range.last - range.first + 1n;
  return count;
}

export function isEmptySet(set: RangeSet): boolean {
  return set.ranges.length === 0;
}

/** Whether every address of `inner` is in `outer`. O(n+m). */
export function isSubset(inner: RangeSet, outer: RangeSet): boolean {
  return isEmptySet(subtract(inner, outer));
}

export function equalSets(a: RangeSet, b: RangeSet): boolean {
  return (
    a.family === b.family &&
    a.ranges.length === b.ranges.length &&
    a.ranges.every((range, index) => {
      const other = b.ranges[index];
      return other !== undefined && range.first === other.first && range.last === other.last;
    })
  );
}

/** The lowest `limit` addresses, or all of a smaller set. Costs `limit`, not the size of the set. */
export function firstAddresses(set: RangeSet, limit: number): Address[] {
  const found: Address[] = [];
  for (const range of set.ranges) {
    for (let value = range.first; value <= range.last; value += 1n) {
      if (found.length >= limit) return found;
      found.push({ family: set.family, value });
    }
  }
  return found;
}

/** The entries of `spec.ips` for this set: canonical, sorted, merged. */
export function formatRanges(set: RangeSet): string[] {
  return set.ranges.map((range) => formatRange(set.family, range));
}
