import { describe, expect, it } from 'vitest';
import type { ClusterView } from '../cluster-view.ts';
import {
  macvlan,
  spiderpoolIpam,
  testAttachment,
  testAutoscaler,
  testPool,
  testSubnet,
  testView,
} from '../test-cluster.ts';
import type { Draft } from '../workload/draft.ts';
import { capacityAskerOf } from './asker.ts';
import { forecastCapacity } from './forecast.ts';
import { conditionalPools } from './outlook.ts';
import { carving, draftOf, drawing, elastic, nicWith, poolOf, subnetOf } from './test-draft.ts';

const forecasts = (draft: Draft, view: ClusterView) => forecastCapacity(capacityAskerOf(draft), view);
const verdicts = (draft: Draft, view: ClusterView) => forecasts(draft, view).map(({ verdict }) => verdict);
const manual = (replicas: number, ...names: string[]) =>
  draftOf(replicas, { source: 'pools', nics: [drawing(...names)] });
const fixed = (replicas: number, count: number, ...subnets: string[]) =>
  draftOf(replicas, { source: 'fixed', nics: subnets.map(carving), ...elastic(count) });
const holding = (pods: Readonly<Record<string, string>>) => ({
  allocatedIPs: JSON.stringify(
    Object.fromEntries(Object.entries(pods).map(([address, pod]) => [address, { pod, podUid: 'u' }])),
  ),
});

describe('pools that a NIC draws from', () => {
  it('count only where the NIC may draw from them; those under a condition count and are told', () => {
    const pools = [
      poolOf('shared', 3, 1),
      testPool('zone', { ips: ['10.6.2.1-10.6.2.4'], nodeName: ['worker1'] }),
      testPool('team', { ips: ['10.6.3.1-10.6.3.9'], namespaceName: ['team-a'] }),
      poolOf('full', 0, 4),
    ];
    const [forecast] = forecasts(manual(6, 'shared', 'zone', 'team', 'full'), testView({ pools }));
    expect(forecast).toMatchObject({ capacity: 7n, verdict: { kind: 'tight' } });
    expect(forecast?.supply).toMatchObject({ shutOut: ['team'], sharedWith: [] });
    const supply = forecast?.supply;
    if (supply?.kind !== 'pools') throw new Error('no pools');
    expect(conditionalPools(supply, { replicas: 6, surge: 2, unavailable: 1, peak: 8 })).toEqual(['zone']);
    expect(conditionalPools(supply, { replicas: 2, surge: 1, unavailable: 0, peak: 3 })).toEqual([]);
    expect(
      forecast?.supply?.kind === 'pools' &&
        forecast.supply.shares.map(({ pool, conditional }) => [pool.name, conditional]),
    ).toEqual([
      ['shared', false],
      ['zone', true],
      ['full', false],
    ]);
  });

  it('count without what is reserved, excluded or held, and with what a former workload of the name holds', () => {
    const pool = testPool(
      'p',
      { ips: ['10.6.1.1-10.6.1.9'], excludeIPs: ['10.6.1.9'] },
      holding({
        '10.6.1.1': 'default/web-7d9f5b8c6d-x2x8k',
        '10.6.1.2': 'default/web-front-7d9f5b8c6d-x2x8k',
        '10.6.1.3': 'team-a/web-7d9f5b8c6d-x2x8k',
        // Reserved since, and outside of the pool: of no more use to anybody.
        '10.6.1.4': 'default/web-7d9f5b8c6d-z5z5z',
        '10.9.9.9': 'default/web-7d9f5b8c6d-b2b2b',
      }),
    );
    const view = testView({ pools: [pool], reserved: ['10.6.1.4-10.6.1.5'] });
    expect(forecasts(manual(2, 'p'), view)[0]?.supply).toMatchObject({ free: 3n, held: 1n, total: 8n });
  });

  it('are those of the attachment, the namespace or the cluster in default mode', () => {
    const withDefault = testAttachment('with-default', {
      type: 'macvlan',
      ipam: { ...spiderpoolIpam, default_ipv4_ippool: ['three'] },
    });
    const view = testView({
      attachments: [macvlan, withDefault],
      pools: [poolOf('three', 3, 1), testPool('five', { ips: ['10.6.2.1-10.6.2.5'], default: true })],
    });
    const onto = (attachment: string) =>
      draftOf(4, { source: 'default', nics: [nicWith({ attachment: `kube-system/${attachment}` })] });
    expect(verdicts(onto('with-default'), view)).toEqual([{ kind: 'short', firstFailing: 4 }]);
    expect(verdicts(onto('macvlan'), view)).toEqual([{ kind: 'fits' }]);
  });

  it('serve both of two NICs with one address, and are not counted twice or halved', () => {
    const view = testView({ pools: [poolOf('a', 4, 1), poolOf('b', 2, 2)] });
    const both = (replicas: number, ...nics: string[][]) =>
      draftOf(replicas, { source: 'pools', nics: nics.map((names) => drawing(...names)) });
    expect(verdicts(both(3, ['a'], ['a']), view)).toEqual([{ kind: 'fits' }, { kind: 'fits' }]);
    // The first Pods may take one of each: four are sure of an address on net1, six may have one.
    expect(verdicts(both(5, ['a', 'b'], ['b']), view)).toEqual([
      { kind: 'unknown', reason: 'sharedPools' },
      { kind: 'short', firstFailing: 3 },
    ]);
  });

  it('of the two families are apart', () => {
    const six = testPool('six', { ipVersion: 6, ips: ['fd00:6::1-fd00:6::3'] });
    const nic = nicWith({ pools: { ipv4: ['four'], ipv6: ['six'] } });
    const view = testView({ pools: [poolOf('four', 4, 1), six] });
    const dual = draftOf(3, { source: 'pools', nics: [nic] });
    expect(forecasts(dual, view).map(({ family, verdict }) => [family, verdict.kind])).toEqual([
      ['ipv4', 'fits'],
      ['ipv6', 'deadlock'],
    ]);
  });
});

describe('the subnet of a fixed pool', () => {
  it('is not forecast where two NICs have the same: Spiderpool refuses that', () => {
    const view = testView({ subnets: [subnetOf('nine', 9, 20)] });
    expect(verdicts(fixed(3, 2, 'nine', 'nine'), view)).toEqual([]);
  });

  it('has what pools and reserved addresses leave', () => {
    const subnet = testSubnet(
      's',
      { ips: ['10.7.0.1-10.7.0.9'] },
      { controlledIPPools: JSON.stringify({ other: { ips: ['10.7.0.1-10.7.0.3'] } }) },
    );
    const view = testView({ subnets: [subnet], reserved: ['10.7.0.4'] });
    expect(verdicts(fixed(3, 2, 's'), view)).toEqual([{ kind: 'fits' }]);
    expect(verdicts(fixed(3, 3, 's'), view)).toEqual([{ kind: 'subnetShort', needed: 6n, free: 5n }]);
  });

  it('is not forecast where it does not exist, is going, or is of the other family', () => {
    const going = testSubnet('going', {}, { deletionTimestamp: '2026-01-01T00:00:00Z' });
    const six = testSubnet('six', { ipVersion: 6, subnet: 'fd00:7::/64', ips: ['fd00:7::1'] });
    const view = testView({ subnets: [going, six] });
    for (const name of ['none', 'going', 'six']) expect(forecasts(fixed(3, 1, name), view)).toEqual([]);
  });

  it('is not asked for addresses where auto-created pools are off', () => {
    const view = testView({ subnets: [subnetOf('s', 9, 20)], settings: { enableAutoPool: false } });
    expect(forecasts(fixed(3, 1, 's'), view)).toEqual([]);
  });
});

describe('the pool that a workload of the name has', () => {
  const kept = (labels: Readonly<Record<string, string>> = {}) =>
    testPool(
      'auto4-web-net1-a5bd3',
      { ips: ['10.7.0.1-10.7.0.4'], podAffinity: { matchLabels: { x: 'y' } } },
      {
        labels: {
          'ipam.spidernet.io/owner-application-kind': 'Deployment',
          'ipam.spidernet.io/owner-application-namespace': 'default',
          'ipam.spidernet.io/owner-application-name': 'web',
          'ipam.spidernet.io/owner-spider-subnet': 's',
          'ipam.spidernet.io/interface': 'net1',
          'ipam.spidernet.io/ippool-reclaim': 'false',
          ...labels,
        },
      },
    );
  const subnet = testSubnet(
    's',
    { ips: ['10.7.0.1-10.7.0.5'] },
    { controlledIPPools: JSON.stringify({ 'auto4-web-net1-a5bd3': { ips: ['10.7.0.1-10.7.0.4'] } }) },
  );
  const supplyOf = (count: number, view: ClusterView) => forecasts(fixed(3, count, 's'), view)[0]?.supply;

  it.each([
    ['a former workload left it', {}],
    ['the workload runs', { 'ipam.spidernet.io/ippool-reclaim': 'true' }],
  ])('is its own already, and the subnet hands out the rest, where %s', (_, labels) => {
    const view = testView({ pools: [kept(labels)], subnets: [subnet] });
    expect(supplyOf(2, view)).toMatchObject({ size: 5n, kept: 4n, needed: 1n });
    expect(verdicts(fixed(3, 2, 's'), view)).toEqual([{ kind: 'fits' }]);
    expect(verdicts(fixed(3, 3, 's'), view)).toEqual([{ kind: 'subnetShort', needed: 2n, free: 1n }]);
    expect(supplyOf(0, view)).toMatchObject({ size: 3n, kept: 4n, needed: 0n });
  });

  it.each([
    ['it is of another NIC', { 'ipam.spidernet.io/interface': 'net2' }],
    ['it is of another subnet', { 'ipam.spidernet.io/owner-spider-subnet': 'other' }],
    ['it is of another workload', { 'ipam.spidernet.io/owner-application-name': 'api' }],
    ['it is of another namespace', { 'ipam.spidernet.io/owner-application-namespace': 'team-a' }],
    ['it is of another kind', { 'ipam.spidernet.io/owner-application-kind': 'StatefulSet' }],
  ])('is none where %s', (_, labels) => {
    const view = testView({ pools: [kept(labels)], subnets: [subnet] });
    expect(supplyOf(2, view)).toMatchObject({ kept: 0n, needed: 5n });
  });

  it('does not give out what was reserved since', () => {
    const view = testView({ pools: [kept()], subnets: [subnet], reserved: ['10.7.0.2'] });
    expect(forecasts(fixed(3, 1, 's'), view)[0]).toMatchObject({
      capacity: 3n,
      verdict: { kind: 'deadlock' },
    });
  });
});

describe('what cannot be read', () => {
  const view = testView({ pools: [poolOf('p', 9, 1)], subnets: [subnetOf('s', 9, 20)] });
  const unread = (part: keyof ClusterView, state: 'forbidden' | 'loading' | 'absent') => ({
    ...view,
    [part]: { state },
  });

  it.each([
    ['pools', manual(3, 'p'), unread('pools', 'forbidden'), 'pools'],
    ['pools that are being read', manual(3, 'p'), unread('pools', 'loading'), 'loading'],
    ['subnets', fixed(3, 1, 's'), unread('subnets', 'forbidden'), 'subnets'],
    ['subnets that are being read', fixed(3, 1, 's'), unread('subnets', 'loading'), 'loading'],
    ['a kept pool, where it would matter', fixed(6, 4, 's'), unread('pools', 'forbidden'), 'pools'],
    [
      'who holds the addresses of a pool',
      manual(3, 'torn'),
      testView({ pools: [poolOf('torn', 9, 1, { allocatedIPs: '[' })] }),
      'allocations',
    ],
    [
      'to whom a subnet has handed its addresses',
      fixed(3, 1, 'torn'),
      testView({ subnets: [testSubnet('torn', {}, { controlledIPPools: '[' })] }),
      'allocations',
    ],
  ])('is never taken for enough: %s', (_, draft, given, reason) => {
    expect(verdicts(draft, given)).toEqual([{ kind: 'unknown', reason }]);
  });

  it('changes nothing where what is known is too little already', () => {
    expect(verdicts(fixed(3, 0, 's'), unread('subnets', 'forbidden'))).toEqual([{ kind: 'deadlock' }]);
    const torn = testView({ pools: [poolOf('torn', 2, 1, { allocatedIPs: '[' })] });
    expect(verdicts(manual(3, 'torn'), torn)).toEqual([{ kind: 'short', firstFailing: 3 }]);
  });

  it('makes counts upper bounds where it is the reserved addresses', () => {
    const upper = (given: ClusterView) => forecasts(manual(3, 'p'), given).map((each) => each.upperBound);
    expect(upper(view)).toEqual([false]);
    expect(upper(unread('reserved', 'forbidden'))).toEqual([true]);
    expect(upper(unread('reserved', 'absent'))).toEqual([false]);
  });

  it('leaves a NIC aside that will fail for another reason, and everything while a number is typed', () => {
    expect(forecasts(manual(3, 'p', 'none'), view)).toEqual([]);
    expect(forecastCapacity({ ...capacityAskerOf(manual(3, 'p')), replicas: '3x' }, view)).toEqual([]);
    const typing = fixed(3, 1, 's');
    typing.network.elastic.count = '1x';
    expect(forecasts(typing, view)).toEqual([]);
  });
});

describe('an autoscaler', () => {
  const autoscalers = [testAutoscaler('hpa', { maxReplicas: 6 })];
  const pools = [poolOf('five', 5, 1)];

  it('adds what will be when it has raised the replicas as far as it may', () => {
    const [forecast] = forecasts(manual(3, 'five'), testView({ pools, autoscalers }));
    expect(forecast?.verdict).toEqual({ kind: 'fits' });
    expect(forecast?.atMaximum?.autoscaler.name).toBe('hpa');
    expect(forecast?.atMaximum?.forecast.verdict).toEqual({ kind: 'short', firstFailing: 6 });
  });

  it('adds nothing where it raises nothing, or is of another workload', () => {
    const forOther = [testAutoscaler('hpa', { name: 'api' })];
    expect(forecasts(manual(6, 'five'), testView({ pools, autoscalers }))[0]?.atMaximum).toBeUndefined();
    expect(
      forecasts(manual(3, 'five'), testView({ pools, autoscalers: forOther }))[0]?.atMaximum,
    ).toBeUndefined();
  });
});

describe('forecastCapacity, asked again and again', () => {
  const pools = Array.from({ length: 10_000 }, (_, index) => poolOf(`p-${index}`, 9, index % 250));
  const view = testView({ pools });
  const ten = draftOf(3, {
    source: 'pools',
    nics: Array.from({ length: 10 }, (_, index) => drawing(`p-${index}`, `p-${index + 100}`)),
  });

  it('gives the same answer for the same network, upgrade, replicas and Pods', () => {
    const first = forecasts(ten, view);
    const described = { ...ten, basics: { ...ten.basics, description: 'x' } };
    expect(forecasts(described, view)).toBe(first);
    expect(forecasts({ ...ten, basics: { ...ten.basics, replicas: '4' } }, view)).not.toBe(first);
  });

  it('takes a fraction of a keystroke for 10 NICs among 10,000 pools', () => {
    forecasts(ten, view);
    const started = performance.now();
    for (let round = 0; round < 20; round += 1) {
      forecasts({ ...ten, basics: { ...ten.basics, name: `web-${round}` } }, view);
    }
    // Far above what it takes: it catches work that grows with the number of pools.
    expect((performance.now() - started) / 20).toBeLessThan(20);
  });
});
