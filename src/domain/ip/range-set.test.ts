import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from './address.ts';
import type { Address } from './address.ts';
import { parseRange } from './range.ts';
import type { AddressRange, RangeError } from './range.ts';
import {
  addAddress,
  countAddresses,
  countShared,
  emptySet,
  equalSets,
  firstAddresses,
  formatRanges,
  fromAddresses,
  fromRanges,
  hasAddress,
  intersect,
  isEmptySet,
  isSubset,
  setOf,
  subtract,
  union,
} from './range-set.ts';
import type { RangeSet } from './range-set.ts';

const UNIVERSE = 40;
const family = fc.constantFrom('ipv4' as const, 'ipv6' as const);
/** Ranges in a universe small enough to enumerate, at the bottom of the address space. */
const smallRanges = fc.array(
  fc.tuple(fc.nat(UNIVERSE), fc.nat(UNIVERSE)).map(([a, b]): AddressRange => ({
    first: BigInt(Math.min(a, b)),
    last: BigInt(Math.max(a, b)),
  })),
  { maxLength: 8 },
);

function members(ranges: readonly AddressRange[]): Set<bigint> {
  const found = new Set<bigint>();
  for (const { first, last } of ranges) for (let value = first; value <= last; value += 1n) found.add(value);
  return found;
}

const sorted = (values: Iterable<bigint>) => [...values].sort((a, b) => (a < b ? -1 : 1));
const valuesOf = (set: RangeSet) => sorted(members(set.ranges));

function set(...texts: string[]): RangeSet {
  const { set: built, problems } = fromRanges(texts[0]?.includes(':') ? 'ipv6' : 'ipv4', texts);
  expect(problems).toEqual([]);
  return built;
}

function at(text: string): Address {
  const result = parseAddress(text);
  if (!result.ok) throw new Error(text);
  return result.value;
}

describe('range sets against a brute-force set', () => {
  it('setOf is normal: sorted, apart, not adjacent, the same addresses', () => {
    fc.assert(
      fc.property(family, smallRanges, (of, ranges) => {
        const built = setOf(of, ranges);
        expect(valuesOf(built)).toEqual(sorted(members(ranges)));
        for (const [index, range] of built.ranges.entries()) {
          const next = built.ranges[index + 1];
          expect(range.first <= range.last && (!next || next.first > range.last + 1n)).toBe(true);
        }
      }),
    );
  });

  it('union, intersect and subtract', () => {
    fc.assert(
      fc.property(family, smallRanges, smallRanges, (of, left, right) => {
        const [a, b] = [setOf(of, left), setOf(of, right)];
        const [x, y] = [members(left), members(right)];
        expect(union(a, b)).toEqual(setOf(of, [...left, ...right]));
        expect(valuesOf(intersect(a, b))).toEqual(sorted([...x].filter((value) => y.has(value))));
        expect(valuesOf(subtract(a, b))).toEqual(sorted([...x].filter((value) => !y.has(value))));
        expect(countShared(a, b)).toBe(countAddresses(intersect(a, b)));
        expect(isSubset(a, b)).toBe([...x].every((value) => y.has(value)));
        for (const result of [union(a, b), intersect(a, b), subtract(a, b)]) {
          expect(equalSets(result, setOf(of, result.ranges))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('hasAddress, countAddresses, firstAddresses and addAddress', () => {
    fc.assert(
      fc.property(family, smallRanges, fc.nat(UNIVERSE + 2), fc.nat(12), (of, ranges, value, limit) => {
        const built = setOf(of, ranges);
        const oracle = members(ranges);
        const address: Address = { family: of, value: BigInt(value) };
        expect(hasAddress(built, address)).toBe(oracle.has(address.value));
        expect(countAddresses(built)).toBe(BigInt(oracle.size));
        expect(isEmptySet(built)).toBe(oracle.size === 0);
        expect(firstAddresses(built, limit).map((found) => found.value)).toEqual(
          sorted(oracle).slice(0, limit),
        );
        expect(valuesOf(addAddress(built, address))).toEqual(sorted(oracle.add(address.value)));
      }),
    );
  });

  it('equalSets is equality of members', () => {
    fc.assert(
      fc.property(smallRanges, smallRanges, (left, right) => {
        const same = String(sorted(members(left))) === String(sorted(members(right)));
        expect(equalSets(setOf('ipv4', left), setOf('ipv4', right))).toBe(same);
      }),
    );
    expect(equalSets(emptySet('ipv4'), emptySet('ipv6'))).toBe(false);
  });

  it('formatRanges is read back as the same set', () => {
    fc.assert(
      fc.property(family, smallRanges, (of, ranges) => {
        const built = setOf(of, ranges);
        expect(fromRanges(of, formatRanges(built))).toEqual({ set: built, problems: [] });
      }),
    );
  });
});

describe('edges of the address space', () => {
  it.each([
    ['10.6.0.9', 1n, ['10.6.0.9']],
    ['fd00::9', 1n, ['fd00::9']],
    ['0.0.0.0-255.255.255.255', 2n ** 32n, ['0.0.0.0', '0.0.0.1', '0.0.0.2']],
    ['fd00::-fd00::ffff:ffff:ffff:ffff', 2n ** 64n, ['fd00::', 'fd00::1', 'fd00::2']],
    ['::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 2n ** 128n, ['::', '::1', '::2']],
    ['255.255.255.254-255.255.255.255', 2n, ['255.255.255.254', '255.255.255.255']],
  ])('%s has %s addresses', (text, count, first) => {
    const built = set(text);
    expect(countAddresses(built)).toBe(count);
    expect(firstAddresses(built, 3).map(formatAddress)).toEqual(first);
    expect(formatRanges(built)).toEqual([text]);
    expect(isEmptySet(subtract(built, built))).toBe(true);
  });

  it('takes single addresses out of the whole space', () => {
    const rest = subtract(set('0.0.0.0-255.255.255.255'), set('0.0.0.0', '10.6.0.5', '255.255.255.255'));
    expect(formatRanges(rest)).toEqual(['0.0.0.1-10.6.0.4', '10.6.0.6-255.255.255.254']);
  });

  it('keeps the families apart', () => {
    const ipv4 = set('10.6.0.1-10.6.0.9');
    const ipv6 = set('::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff');
    expect(subtract(ipv4, ipv6)).toEqual(ipv4);
    expect(isEmptySet(intersect(ipv4, ipv6))).toBe(true);
    expect(countShared(ipv4, ipv6)).toBe(0n);
    expect(hasAddress(ipv6, at('10.6.0.1'))).toBe(false);
    expect(() => union(ipv4, ipv6)).toThrow(TypeError);
    expect(fromAddresses('ipv4', [at('fd00::1'), at('10.6.0.1')])).toEqual(set('10.6.0.1'));
  });

  it('holds 20,000 single addresses without being asked twice', () => {
    const addresses = Array.from({ length: 20_000 }, (_, index) =>
      at(`10.${index >> 15}.${(index >> 7) & 255}.${(index & 127) * 2}`),
    );
    const built = fromAddresses('ipv4', addresses.toReversed());
    expect(built.ranges).toHaveLength(20_000);
    expect(addresses.every((address) => hasAddress(built, address))).toBe(true);
    expect(hasAddress(built, at('10.0.0.1'))).toBe(false);
  });
});

describe('parseRange', () => {
  const refused: [text: string, code: RangeError['code'], story: string][] = [
    ['', 'rangeEmpty', 'an empty entry'],
    ['172.18.40.0 - 172.18.40.9', 'rangeBlank', 'blanks around the dash, as people write ranges'],
    [' 172.18.40.0', 'rangeBlank', 'a blank came along with the paste'],
    ['10.6.0.0/24', 'rangeCidr', 'a CIDR: Spiderpool wants its addresses as a range'],
    ['10.6.0.1-10.6.0.2-10.6.0.3', 'rangeShape', 'two dashes'],
    ['10.6.0.1-', 'rangeShape', 'the end is not typed yet'],
    ['-10.6.0.1', 'rangeShape', 'the start is gone'],
    ['-', 'rangeShape', 'only the dash'],
    ['10.6.0.9-10.6.0.1', 'rangeReversed', 'the ends in the wrong order'],
    ['10.6.0.1-fd00::9', 'rangeMixedFamilies', 'ends of two families'],
    ['10.6.0.1-9', 'rangeAddress', 'the last octet alone as the end'],
    ['10.6.0.256', 'rangeAddress', 'an address that is none'],
    ['10.6.0.1,10.6.0.2', 'rangeAddress', 'two entries in one'],
  ];
  it.each(refused)('refuses %j as %s: %s', (text, code) => {
    expect(parseRange(text)).toMatchObject({ ok: false, error: { code, text } });
  });

  it('names what is wrong with the address inside', () => {
    expect(parseRange('10.6.0.1-10.6.0.256')).toMatchObject({
      error: { cause: { code: 'ipv4Octet', text: '10.6.0.256' } },
    });
  });

  it('keeps the sound entries beside the wrong ones', () => {
    const { set: built, problems } = fromRanges('ipv4', ['10.6.0.5', 'fd00::1', 'x', '10.6.0.1-10.6.0.4']);
    expect(formatRanges(built)).toEqual(['10.6.0.1-10.6.0.5']);
    expect(problems.map((problem) => [problem.code, problem.text])).toEqual([
      ['rangeOtherFamily', 'fd00::1'],
      ['rangeAddress', 'x'],
    ]);
  });
});
