import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRange } from '../ip/range.ts';
import { fromRanges, hasAddress, setOf } from '../ip/range-set.ts';
import { testPool, testSubnet } from '../test-cluster.ts';
import { poolRows, subnetRows, type AddressRow } from './address-rows.ts';
import { holdersOf } from './holders.ts';
import { namedSegments } from './named-segments.ts';
import { podOwners } from './pod-owner.ts';
import { poolMap, subnetMap } from './range-map.ts';
import { stockDetails } from './stock-details.ts';

const set = (...texts: string[]) => fromRanges('ipv4', texts).set;
const brief = ({ family, first, last, state, names, holder }: AddressRow) =>
  [formatRange(family, { first, last }), state, ...names, ...(holder ? [holder.pod] : [])].join(' ');

describe('poolRows', () => {
  it('has a line for each held address, and one for each run of the others', () => {
    const spec = { ips: ['10.6.0.10-10.6.0.19'], excludeIPs: ['10.6.0.10'] };
    const allocatedIPs = JSON.stringify({
      '10.6.0.12': { pod: 'default/a', podUid: '1' },
      '10.6.0.13': { pod: 'default/b', podUid: '2' },
      '10.6.9.9': { pod: 'default/c', podUid: '3' },
      'fd00::1': { pod: 'default/d', podUid: '4' },
    });
    const pool = testPool('p', spec, { allocatedIPs });
    const map = poolMap(
      pool,
      stockDetails({ metadata: { name: 'p' }, spec }, pool),
      set('10.6.0.15-10.6.0.17'),
    );
    const rows = poolRows(map, holdersOf(pool, podOwners([], [])), [
      { name: 'routers', addresses: set('10.6.0.15-10.6.0.16') },
      { name: 'printers', addresses: set('10.6.0.16-10.6.0.17') },
    ]);
    expect(rows.map(brief)).toEqual([
      '10.6.0.10 excluded',
      '10.6.0.11 free',
      '10.6.0.12 used a',
      '10.6.0.13 used b',
      '10.6.0.14 free',
      '10.6.0.15 reserved routers',
      '10.6.0.16 reserved printers routers',
      '10.6.0.17 reserved printers',
      '10.6.0.18-10.6.0.19 free',
      '10.6.9.9 stray c',
      'fd00::1 stray d',
    ]);
  });
});

describe('subnetRows', () => {
  it('names the pool of what was handed out', () => {
    const spec = { ips: ['10.7.0.10-10.7.0.19'] };
    const subnet = testSubnet('s', spec, {
      controlledIPPools: '{"p":{"ips":["10.7.0.10-10.7.0.12"]},"q":{"ips":["10.7.0.13"]}}',
    });
    const map = subnetMap(
      subnet,
      stockDetails({ metadata: { name: 's' }, spec }, subnet),
      set('10.7.0.11'),
      undefined,
    );
    expect(subnetRows(map, subnet.controlled, []).map(brief)).toEqual([
      '10.7.0.10 handedOut p',
      '10.7.0.11 used p',
      '10.7.0.12 handedOut p',
      '10.7.0.13 handedOut q',
      '10.7.0.14-10.7.0.19 free',
    ]);
  });
});

describe('namedSegments', () => {
  const SIZE = 30;
  const ranges = fc.array(
    fc
      .tuple(fc.nat(SIZE), fc.nat(SIZE))
      .map(([a, b]) => ({ first: BigInt(Math.min(a, b)), last: BigInt(Math.max(a, b)) })),
    { maxLength: 5 },
  );

  it('names each address as looking at each set does, and covers the ranges once', () => {
    fc.assert(
      fc.property(ranges, fc.array(ranges, { maxLength: 4 }), (all, sets) => {
        const whole = setOf('ipv6', all);
        const named = sets.map((each, index) => ({ name: `s${index}`, addresses: setOf('ipv6', each) }));
        const segments = namedSegments(whole.ranges, named);
        for (let value = 0n; value <= BigInt(SIZE); value += 1n) {
          const at = segments.filter(({ first, last }) => first <= value && value <= last);
          const address = { family: 'ipv6' as const, value };
          expect(at.length).toBe(hasAddress(whole, address) ? 1 : 0);
          const names = named
            .filter(({ addresses }) => hasAddress(addresses, address))
            .map(({ name }) => name);
          if (at[0] !== undefined) expect(at[0].names).toEqual(names);
        }
      }),
    );
  });
});
