import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allFindings } from '../checks/all-findings.ts';
import type { ClusterView } from '../cluster-view.ts';
import { testAutoscaler, testPool, testView } from '../test-cluster.ts';
import type { Draft } from '../workload/draft.ts';
import { capacityAskerOf } from './asker.ts';
import { forecastCapacity } from './forecast.ts';
import { remediesOf } from './remedies.ts';
import { carving, draftOf, drawing, elastic, poolOf, subnetOf, total } from './test-draft.ts';
import { gravityOf } from './verdict.ts';

function remedies(draft: Draft, view: ClusterView) {
  const asker = capacityAskerOf(draft);
  return forecastCapacity(asker, view).map((forecast) => remediesOf(forecast, asker, view));
}

/** `code number` of the remedies of the first forecast. */
function labels(draft: Draft, view: ClusterView): string[] {
  return (remedies(draft, view)[0] ?? []).map(({ code, params }) =>
    [code, params['count'] ?? params['pool']].filter((part) => part !== undefined).join(' '),
  );
}

const view = testView({
  pools: [
    poolOf('three', 3, 1),
    poolOf('one', 1, 2),
    poolOf('two', 2, 3),
    testPool('team', { ips: ['10.6.4.1-10.6.4.9'], namespaceName: ['team-a'] }),
    testPool('zone', { ips: ['10.6.5.1-10.6.5.9'], nodeName: ['worker1'] }),
    testPool('elsewhere', { subnet: '10.66.0.0/16', ips: ['10.66.0.1-10.66.0.9'] }),
    testPool('torn', { ips: ['10.6.6.1-10.6.6.9'] }, { allocatedIPs: '{' }),
  ],
  subnets: [subnetOf('twenty', 20, 20), subnetOf('four', 4, 21)],
});
const fixed = (replicas: number, number: object, ...subnets: string[]) =>
  draftOf(replicas, { source: 'fixed', nics: subnets.map(carving), ...number });
const manual = (replicas: number, ...nics: string[][]) =>
  draftOf(replicas, { source: 'pools', nics: nics.map((names) => drawing(...names)) });

describe('remediesOf', () => {
  it.each([
    ['a rollout that stops', fixed(3, elastic(0), 'twenty'), ['elastic 1', 'unavailable', 'recreate']],
    ['a tight rollout', fixed(5, elastic(0), 'twenty'), ['elastic 2', 'recreate']],
    ['as far as the subnet goes', fixed(4, elastic(0), 'four'), ['recreate']],
    ['elastic addresses that the subnet has not', fixed(3, elastic(9), 'four'), ['elastic 1']],
    ['a fixed total below the replicas', fixed(3, total(2), 'twenty'), ['total 4']],
    ['a subnet without enough for the replicas alone', fixed(5, elastic(0), 'four'), []],
    [
      'elastic addresses that another NIC could not have',
      fixed(4, elastic(0), 'twenty', 'four'),
      ['recreate'],
    ],
    [
      'a pool that lacks one address at the peak',
      manual(3, ['three']),
      ['pool one', 'unavailable', 'recreate'],
    ],
    ['a pool that lacks two', manual(4, ['three']), ['pool two']],
    ['no pool that another NIC has', manual(4, ['three'], ['two']), []],
    ['no pool that surely works and has enough', manual(9, ['three']), []],
    ['nothing that is well', manual(2, ['three']), []],
  ])('offers what mends %s', (_, draft, expected) => {
    expect(labels(draft, view)).toEqual(expected);
  });

  it('offers the same for what an autoscaler may bring', () => {
    const scaled = {
      ...view,
      autoscalers: testView({ autoscalers: [testAutoscaler('hpa', { maxReplicas: 4 })] }).autoscalers,
    };
    const asker = capacityAskerOf(manual(2, ['three']));
    const then = forecastCapacity(asker, scaled)[0]?.atMaximum?.forecast;
    if (then === undefined) throw new Error('no forecast at the maximum');
    const [remedy] = remediesOf(then, { ...asker, replicas: '4' }, scaled);
    expect(remedy).toMatchObject({ code: 'pool', params: { pool: 'two', nic: 'net1' } });
    expect(remedy?.apply(asker).network.nics[0]?.pools.ipv4).toEqual(['three', 'two']);
  });

  it('changes nothing but what it says', () => {
    const draft = fixed(3, elastic(0), 'twenty');
    const [elasticRemedy, unavailable, recreate] = remedies(draft, view)[0] ?? [];
    expect(elasticRemedy?.apply(draft)).toEqual({
      ...draft,
      network: { ...draft.network, elastic: { enabled: true, count: '1', form: 'elastic' } },
    });
    expect(unavailable?.apply(draft)).toEqual({
      ...draft,
      upgrade: { ...draft.upgrade, maxUnavailable: '1' },
    });
    expect(recreate?.apply(draft)).toEqual({ ...draft, upgrade: { ...draft.upgrade, strategy: 'Recreate' } });
  });

  it('makes a verdict better, none worse, and brings no new error', () => {
    const sizes = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 });
    const number = fc.oneof(fc.nat({ max: 4 }).map(elastic), fc.nat({ max: 9 }).map(total));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        sizes,
        number,
        fc.boolean(),
        fc.nat({ max: 9 }),
        (replicas, counts, size, isFixed, extra) => {
          const given = testView({
            pools: [...counts.map((count, at) => poolOf(`p-${at}`, count, at)), poolOf('extra', extra, 9)],
            subnets: counts.map((count, at) => subnetOf(`s-${at}`, count, 20 + at)),
          });
          const draft = isFixed
            ? fixed(replicas, size, ...counts.map((_, at) => `s-${at}`))
            : manual(replicas, ...counts.map((_, at) => [`p-${at}`]));
          const before = forecastCapacity(capacityAskerOf(draft), given);
          const errors = codes(draft, given);
          remedies(draft, given).forEach((offered, at) => {
            for (const remedy of offered) {
              const mended = remedy.apply(draft);
              const after = forecastCapacity(capacityAskerOf(mended), given);
              const gravity = (all: typeof before, index: number) =>
                gravityOf(all[index]?.verdict ?? { kind: 'fits' });
              expect(gravity(after, at)).toBeLessThan(gravity(before, at));
              before.forEach((_, index) =>
                expect(gravity(after, index)).toBeLessThanOrEqual(gravity(before, index)),
              );
              for (const code of codes(mended, given)) expect(errors).toContain(code);
            }
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});

function codes(draft: Draft, view: ClusterView): string[] {
  return allFindings(draft, view)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${path} ${code}`);
}
