import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testPool, testView } from '../test-cluster.ts';
import type { Draft } from '../workload/draft.ts';
import type { ClusterView } from '../cluster-view.ts';
import { capacityAskerOf } from './asker.ts';
import { barParts } from './bar-parts.ts';
import type { BarParts } from './bar-parts.ts';
import { forecastCapacity } from './forecast.ts';
import { carving, draftOf, drawing, elastic, poolOf, subnetOf, total } from './test-draft.ts';

function partsOf(draft: Draft, view: ClusterView): BarParts | undefined {
  const [forecast] = forecastCapacity(capacityAskerOf(draft), view);
  return forecast && barParts(forecast);
}

const none = { held: 0n, now: 0n, rollout: 0n, spare: 0n, beyondPool: 0n, lacking: 0n };
const held = JSON.stringify({ '10.6.1.1': { pod: 'team-a/api-7d9f5b8c6d-x2x8k', podUid: 'u' } });

describe('barParts', () => {
  it('draws on shared pools address by address', () => {
    const view = testView({ pools: [poolOf('p', 10, 1, { allocatedIPs: held })], reserved: ['10.6.1.9'] });
    expect(partsOf(draftOf(3, { source: 'pools', nics: [drawing('p')] }), view)).toEqual({
      ...none,
      total: 10n,
      others: 2n,
      now: 3n,
      rollout: 1n,
      free: 4n,
    });
  });

  it('says how many are lacking, at the peak too', () => {
    const view = testView({ pools: [poolOf('p', 3, 1)] });
    expect(partsOf(draftOf(3, { source: 'pools', nics: [drawing('p')] }), view)).toEqual({
      ...none,
      total: 3n,
      others: 0n,
      now: 3n,
      rollout: 1n,
      free: 0n,
      lacking: 1n,
    });
  });

  it('takes a fixed pool from its subnet at once, a rolling update from its elastic addresses', () => {
    const view = testView({ subnets: [subnetOf('s', 10, 20)] });
    const fixed = draftOf(3, { source: 'fixed', nics: [carving('s')], ...elastic(3) });
    expect(partsOf(fixed, view)).toEqual({
      ...none,
      total: 10n,
      others: 0n,
      now: 3n,
      rollout: 1n,
      spare: 2n,
      free: 4n,
    });
  });

  it('tells what the fixed pool lacks from what the subnet lacks', () => {
    const view = testView({ subnets: [subnetOf('s', 4, 20)] });
    const fixed = (more: object) => draftOf(3, { source: 'fixed', nics: [carving('s')], ...more });
    expect(partsOf(fixed(elastic(0)), view)).toMatchObject({ beyondPool: 1n, lacking: 0n, free: 1n });
    expect(partsOf(fixed(total(2)), view)).toMatchObject({ now: 2n, beyondPool: 2n, lacking: 0n });
    expect(partsOf(fixed(elastic(2)), view)).toMatchObject({ beyondPool: 0n, lacking: 1n, free: 0n });
  });

  it('counts an IPv6 network without going through it', () => {
    const pool = testPool('six', {
      ipVersion: 6,
      subnet: 'fd00::/64',
      ips: ['fd00::-fd00::ffff:ffff:ffff:ffff'],
    });
    const nic = { ...drawing(), pools: { ipv4: [], ipv6: ['six'] } };
    expect(partsOf(draftOf(3, { source: 'pools', nics: [nic] }), testView({ pools: [pool] }))).toMatchObject({
      // What Spiderpool records of one pool.
      total: 5000n,
      free: 4996n,
    });
  });

  it('has nothing to draw where nothing can be read', () => {
    const draft = draftOf(3, { source: 'pools', nics: [drawing('p')] });
    expect(partsOf(draft, { ...testView(), pools: { state: 'forbidden' } })).toBeUndefined();
    const fixed = draftOf(3, { source: 'fixed', nics: [carving('s')] });
    expect(partsOf(fixed, { ...testView(), subnets: { state: 'forbidden' } })).toBeUndefined();
  });

  it('has parts that are never below zero and add up to what is there', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 9 }),
        fc.nat({ max: 9 }),
        fc.boolean(),
        fc.oneof(fc.nat({ max: 9 }).map(elastic), fc.nat({ max: 9 }).map(total)),
        (replicas, size, fixed, number) => {
          const view = testView({ pools: [poolOf('p', size, 1)], subnets: [subnetOf('s', size, 20)] });
          const nics = [fixed ? carving('s') : drawing('p')];
          const parts = partsOf(
            draftOf(replicas, { source: fixed ? 'fixed' : 'pools', nics, ...number }),
            view,
          );
          if (parts === undefined) throw new Error('no parts');
          const { total: all, beyondPool, lacking, ...there } = parts;
          for (const part of [beyondPool, lacking, ...Object.values(there)]) {
            expect(part).toBeGreaterThanOrEqual(0n);
          }
          expect(Object.values(there).reduce((sum, part) => sum + part, 0n) - lacking).toBe(all);
        },
      ),
    );
  });
});
