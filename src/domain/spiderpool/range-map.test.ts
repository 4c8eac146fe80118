import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRanges, fromRanges, hasAddress, setOf, type RangeSet } from '../ip/range-set.ts';
import { testPool, testSubnet } from '../test-cluster.ts';
import {
  cellStates,
  poolMap,
  rangeMap,
  stateAt,
  subnetMap,
  type CellState,
  type StateLayer,
} from './range-map.ts';
import { stockDetails } from './stock-details.ts';

const set = (...texts: string[]) => fromRanges('ipv4', texts).set;

describe('poolMap', () => {
  const spec = { ips: ['10.6.0.10-10.6.0.19'], excludeIPs: ['10.6.0.10', '10.6.9.9'] };
  const held = (...addresses: string[]) =>
    JSON.stringify(Object.fromEntries(addresses.map((address) => [address, { pod: 'a/b', podUid: 'u' }])));

  it.each<[string, string[], string[], Record<string, string[]>]>([
    ['nothing held', [], [], { excluded: ['10.6.0.10'], free: ['10.6.0.11-10.6.0.19'] }],
    [
      'held and reserved counts as held',
      ['10.6.0.12'],
      ['10.6.0.12-10.6.0.13'],
      {
        excluded: ['10.6.0.10'],
        used: ['10.6.0.12'],
        reserved: ['10.6.0.13'],
        free: ['10.6.0.11', '10.6.0.14-10.6.0.19'],
      },
    ],
    [
      'held outside of the ranges, or where they are excluded, is not on the map',
      ['10.6.0.10', '10.6.7.7'],
      [],
      { excluded: ['10.6.0.10'], free: ['10.6.0.11-10.6.0.19'] },
    ],
  ])('%s', (_, allocated, reserved, expected) => {
    const wire = { metadata: { name: 'p' }, spec: { ipVersion: 4, subnet: '10.6.0.0/16', ...spec } };
    const pool = testPool('p', spec, { allocatedIPs: held(...allocated) });
    const map = poolMap(pool, stockDetails(wire, pool), set(...reserved));
    const byState = Object.fromEntries(
      cellStates.flatMap((state) => {
        const ranges = map.blocks.filter((block) => block.state === state);
        return ranges.length === 0 ? [] : [[state, formatRanges(setOf('ipv4', ranges))]];
      }),
    );
    expect(byState).toEqual(expected);
    // What the page's arithmetic says: total − used − reserved = free.
    expect(pool.total - map.counts.used - map.counts.reserved).toBe(map.counts.free);
  });

  it('costs nothing for all of IPv6', () => {
    const everything = { ipVersion: 6, subnet: '::/0', ips: ['::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'] };
    const pool = testPool('p', everything, { allocatedIPs: held('fd00::7') });
    const map = poolMap(pool, stockDetails({ metadata: { name: 'p' }, spec: everything }, pool), undefined);
    expect(map.blocks.map(({ state }) => state)).toEqual(['free', 'used', 'free']);
    expect(map.counts.free).toBe(2n ** 128n - 1n);
  });
});

describe('subnetMap', () => {
  it('tells what pools have got from what Pods hold', () => {
    const spec = { ips: ['10.7.0.10-10.7.0.19'] };
    const subnet = testSubnet('s', spec, { controlledIPPools: '{"p":{"ips":["10.7.0.10-10.7.0.12"]}}' });
    const details = stockDetails({ metadata: { name: 's' }, spec }, subnet);
    // 10.7.0.15 is held of a pool that the subnet does not know.
    const map = subnetMap(subnet, details, set('10.7.0.11', '10.7.0.15'), set('10.7.0.12-10.7.0.13'));
    expect(map.counts).toEqual({ used: 1n, handedOut: 2n, reserved: 1n, free: 6n, excluded: 0n });
  });
});

describe('rangeMap is what looking at each address says', () => {
  const SIZE = 40;
  const family = fc.constantFrom('ipv4' as const, 'ipv6' as const);
  const ranges = fc.array(
    fc
      .tuple(fc.nat(SIZE), fc.nat(SIZE))
      .map(([a, b]) => ({ first: BigInt(Math.min(a, b)), last: BigInt(Math.max(a, b)) })),
    { maxLength: 6 },
  );
  const states = ['excluded', 'used', 'handedOut', 'reserved'] as const;

  function oracle(value: bigint, universe: RangeSet, layers: readonly StateLayer[]): CellState | undefined {
    const address = { family: universe.family, value };
    if (!hasAddress(universe, address)) return undefined;
    return layers.find(({ addresses }) => hasAddress(addresses, address))?.state ?? 'free';
  }

  it('for any sets', () => {
    fc.assert(
      fc.property(family, ranges, fc.array(ranges, { minLength: 4, maxLength: 4 }), (of, all, sets) => {
        const universe = setOf(of, all);
        const layers = states.map((state, index) => ({ state, addresses: setOf(of, sets[index] ?? []) }));
        const map = rangeMap(universe, layers);
        const counted: Record<CellState, bigint> = {
          free: 0n,
          used: 0n,
          handedOut: 0n,
          reserved: 0n,
          excluded: 0n,
        };
        for (let value = 0n; value <= BigInt(SIZE + 1); value += 1n) {
          const expected = oracle(value, universe, layers);
          expect(stateAt(map, value)).toBe(expected);
          if (expected !== undefined) counted[expected] += 1n;
        }
        expect(map.counts).toEqual(counted);
        for (const [index, block] of map.blocks.entries()) {
          const next = map.blocks[index + 1];
          if (next !== undefined) expect(block.last).toBeLessThan(next.first);
        }
      }),
    );
  });
});
