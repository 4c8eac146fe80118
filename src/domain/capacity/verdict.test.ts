import { describe, expect, it } from 'vitest';
import type { Draft } from '../workload/draft.ts';
import { testView } from '../test-cluster.ts';
import { capacityAskerOf } from './asker.ts';
import { forecastCapacity } from './forecast.ts';
import { podDemandOf } from './pod-demand.ts';
import { carving, draftOf, drawing, elastic, poolOf, subnetOf, total } from './test-draft.ts';
import { verdictFor } from './verdict.ts';

interface Numbers {
  readonly surge?: string;
  readonly unavailable?: string;
  readonly recreate?: boolean;
}

function withUpgrade(draft: Draft, { surge, unavailable, recreate = false }: Numbers): Draft {
  const { upgrade } = draft;
  return {
    ...draft,
    upgrade: {
      ...upgrade,
      strategy: recreate ? 'Recreate' : 'RollingUpdate',
      maxSurge: surge ?? upgrade.maxSurge,
      maxUnavailable: unavailable ?? upgrade.maxUnavailable,
    },
  };
}

/** Domain reference 5.2: r, S and U of a Deployment, and the most Pods at a time. */
describe('podDemandOf', () => {
  it.each<[replicas: number, Numbers, surge: number, unavailable: number, peak: number]>([
    [1, {}, 1, 0, 2],
    [3, {}, 1, 0, 4],
    [4, {}, 1, 1, 5],
    [5, {}, 2, 1, 7],
    [3, { surge: '0', unavailable: '0' }, 0, 1, 3],
    [3, { surge: '0', unavailable: '25%' }, 0, 1, 3],
    [3, { recreate: true }, 0, 3, 3],
    [0, { surge: '2' }, 0, 0, 0],
    // There are never more new Pods than replicas.
    [1, { surge: '300%' }, 1, 0, 2],
    [2, { surge: '9' }, 2, 0, 4],
  ])('%d replicas, %o', (replicas, numbers, surge, unavailable, peak) => {
    const demand = podDemandOf(capacityAskerOf(withUpgrade(draftOf(replicas, {}), numbers)));
    expect(demand).toEqual({ replicas, surge, unavailable, peak });
  });

  it('is one Pod where no replicas are typed, and nothing while a number is half typed', () => {
    const asker = capacityAskerOf(draftOf(3, {}));
    expect(podDemandOf({ ...asker, replicas: '' })?.replicas).toBe(1);
    expect(podDemandOf({ ...asker, replicas: '3x' })).toBeUndefined();
    expect(podDemandOf({ ...asker, upgrade: { ...asker.upgrade, maxSurge: '1.' } })).toBeUndefined();
  });
});

/** The four lines of the verdict in domain reference 5.2. */
describe('verdictFor', () => {
  const demand = (replicas: number, surge: number, unavailable: number) => ({
    replicas,
    surge,
    unavailable,
    peak: replicas + surge,
  });

  it.each([
    [0n, demand(3, 1, 0), { kind: 'short', firstFailing: 1 }],
    [2n, demand(3, 1, 0), { kind: 'short', firstFailing: 3 }],
    [6n, demand(7, 2, 1), { kind: 'short', firstFailing: 7 }],
    [4n, demand(3, 1, 0), { kind: 'fits' }],
    [3n, demand(3, 0, 3), { kind: 'fits' }],
    [0n, demand(0, 0, 0), { kind: 'fits' }],
    [4n, demand(4, 1, 1), { kind: 'tight', lacking: 1n }],
    [6n, demand(5, 2, 0), { kind: 'tight', lacking: 1n }],
    [3n, demand(3, 1, 0), { kind: 'deadlock' }],
    [1n, demand(1, 1, 0), { kind: 'deadlock' }],
    [2n ** 64n, demand(3, 1, 0), { kind: 'fits' }],
  ] as const)('%d addresses for %o', (capacity, pods, verdict) => {
    expect(verdictFor(capacity, pods)).toEqual(verdict);
  });
});

/** The modes in the table of domain reference 5.2 that a Deployment can have. */
describe('what each mode has for its Pods', () => {
  const view = testView({
    pools: [poolOf('five', 5, 1), poolOf('two', 2, 2)],
    subnets: [subnetOf('twenty', 20, 20), subnetOf('five', 5, 21)],
  });
  const verdictOf = (draft: Draft) => {
    const [forecast] = forecastCapacity(capacityAskerOf(draft), view);
    return forecast && [forecast.capacity, forecast.verdict.kind];
  };
  const fixed = (replicas: number, number: object, subnet = 'twenty') =>
    draftOf(replicas, { source: 'fixed', nics: [carving(subnet)], ...number });

  it.each([
    ['fixed pool "+e": r + e', fixed(3, elastic(2)), [5n, 'fits']],
    ['fixed pool "+0": r alone', fixed(3, elastic(0)), [3n, 'deadlock']],
    ['fixed pool "+0", 4 replicas, of which one may be missing', fixed(4, elastic(0)), [4n, 'tight']],
    ['fixed pool "N"', fixed(3, total(4)), [4n, 'fits']],
    ['fixed pool "N" below the replicas', fixed(3, total(2)), [2n, 'short']],
    ['fixed pool "0"', fixed(3, total(0)), [0n, 'short']],
    ['fixed pool that the subnet cannot hand out', fixed(3, elastic(3), 'five'), [0n, 'subnetShort']],
    ['Recreate', withUpgrade(fixed(3, elastic(0)), { recreate: true }), [3n, 'fits']],
    ['one unavailable', withUpgrade(fixed(3, elastic(0)), { unavailable: '1' }), [3n, 'tight']],
    [
      'manual pools: all that is free',
      draftOf(3, { source: 'pools', nics: [drawing('five', 'two')] }),
      [7n, 'fits'],
    ],
    ['manual pool', draftOf(6, { source: 'pools', nics: [drawing('five')] }), [5n, 'short']],
  ])('%s', (_, draft, expected) => {
    expect(verdictOf(draft)).toEqual(expected);
  });
});
