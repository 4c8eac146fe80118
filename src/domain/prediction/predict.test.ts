import { describe, expect, it } from 'vitest';
import type { ClusterView } from '../cluster-view.ts';
import {
  calico,
  macvlan,
  manyRecords,
  spiderpoolIpam,
  sriov,
  testAttachment,
  testNode,
  testPool,
  testSubnet,
  testView,
} from '../test-cluster.ts';
import type { Draft, NetworkDraft, NicDraft } from '../workload/draft.ts';
import { emptyNic, newDraft, newNetwork } from '../workload/new-draft.ts';
import { predict } from './predict.ts';
import type { KnownPrediction } from './prediction.ts';

const gateless = testAttachment('plain', { type: 'macvlan', ipam: spiderpoolIpam });
const attachments = [macvlan, calico, sriov, gateless];

function nic(pools: readonly string[], more: Partial<NicDraft> = {}): NicDraft {
  return { ...emptyNic(), attachment: 'kube-system/macvlan', pools: { ipv4: [...pools], ipv6: [] }, ...more };
}

function draft(replicas: number, network: Partial<NetworkDraft>): Draft {
  const fresh = newDraft({ namespace: 'default' });
  return {
    ...fresh,
    basics: { ...fresh.basics, name: 'web', replicas: String(replicas) },
    network: { ...newNetwork(), source: 'pools', ...network },
  };
}

/** A pool of 10.6.BLOCK.0 with so many addresses. */
function pool(name: string, block: number, size: number, spec: object = {}) {
  return testPool(name, { ips: [`10.6.${block}.1-10.6.${block}.${size}`], ...spec });
}

function told(of: Draft, view: ClusterView): KnownPrediction {
  const prediction = predict(of, view);
  if (prediction.kind === 'unknown') throw new Error(prediction.because.join());
  return prediction;
}

/** Each failure as `cause on nic: min..max`. */
function failures({ failures: all }: KnownPrediction): string[] {
  return all.map(({ cause, nics, pods }) => `${cause} on ${nics.join('+')}: ${pods.min}..${pods.max}`);
}

describe('how many Pods run', () => {
  it('as many as a pool has addresses', () => {
    const view = testView({ attachments, pools: [pool('a', 1, 2)] });
    const prediction = told(draft(5, { nics: [nic(['a'])] }), view);
    expect(prediction.running).toEqual({ min: 2, max: 2 });
    expect(failures(prediction)).toEqual(['exhausted on net1: 3..3']);
  });

  it('as many as Spiderpool records of a pool', () => {
    const full = testPool('a', { ips: ['10.6.64.0-10.6.127.255'] }, { allocatedIPs: manyRecords(4998) });
    const view = testView({ attachments, pools: [full, pool('b', 2, 1)] });
    const prediction = told(draft(5, { nics: [nic(['a'])] }), view);
    expect(prediction.running).toEqual({ min: 2, max: 2 });
    expect(failures(prediction)).toEqual(['tooManyRecords on net1: 3..3']);
    expect(failures(told(draft(5, { nics: [nic(['a', 'b'])] }), view))).toEqual(['exhausted on net1: 2..2']);
  });

  it('alternatives count together', () => {
    const view = testView({ attachments, pools: [pool('a', 1, 2), pool('b', 2, 1)] });
    expect(told(draft(5, { nics: [nic(['a', 'b'])] }), view).running).toEqual({ min: 3, max: 3 });
  });

  it('NICs that are allocated together may keep each other from the last address (1.6)', () => {
    const view = testView({ attachments, pools: [pool('a', 1, 2), pool('b', 2, 2)] });
    const prediction = told(draft(3, { nics: [nic(['a']), nic(['b'])] }), view);
    expect(prediction.running).toEqual({ min: 1, max: 2 });
    expect(failures(prediction)).toEqual(['exhausted on net1+net2: 1..2']);
  });

  it('NICs that ask one after the other stop at the first: none is lost between them', () => {
    const pools = [pool('a', 1, 2), pool('b', 2, 1)];
    const own = (name: string, master: string) =>
      testAttachment(name, {
        type: 'macvlan',
        master,
        ipam: { ...spiderpoolIpam, default_ipv4_ippool: [master] },
      });
    const view = testView({ attachments: [own('x', 'a'), own('y', 'b')], pools });
    const nics = ['x', 'y'].map((name) => nic([], { attachment: `kube-system/${name}` }));
    const prediction = told(draft(3, { source: 'default', nics }), view);
    expect(prediction.running).toEqual({ min: 1, max: 1 });
    expect(failures(prediction)).toEqual(['exhausted on net1: 1..1', 'exhausted on net2: 1..1']);
  });

  it('one pool on two NICs gives a Pod one address, so that nothing is short (1.8)', () => {
    const view = testView({ attachments, pools: [pool('a', 1, 2)] });
    const prediction = told(draft(3, { nics: [nic(['a']), nic(['a'])] }), view);
    expect(prediction.running).toEqual({ min: 2, max: 2 });
    expect(failures(prediction)).toEqual(['exhausted on net1+net2: 1..1']);
  });

  it('by the node, where a pool is for some nodes only', () => {
    const view = testView({ attachments, pools: [pool('a', 1, 9, { nodeName: ['worker1'] })] });
    const prediction = told(draft(3, { nics: [nic(['a'])] }), view);
    expect(prediction.running).toEqual({ min: 0, max: 3 });
    expect(failures(prediction)).toEqual(['filteredOut on net1: 0..3']);
    expect(prediction.courses.map(({ nodes }) => nodes)).toEqual([['worker1'], ['worker2']]);
  });

  it('as many as the devices of the nodes are enough for', () => {
    const nodes = [3, 1].map((count, index) =>
      testNode(`n${index}`, { allocatable: { 'spidernet.io/sriov': String(count) } }),
    );
    const view = testView({ attachments, nodes, pools: [pool('a', 1, 9)] });
    const device = { attachment: 'kube-system/sriov' };
    const deviceResources = [{ name: 'spidernet.io/sriov', count: '2' }];
    const nics = [nic(['a'], device), nic(['a'], device)];
    const prediction = told(draft(2, { nics, deviceResources }), view);
    expect(prediction.running).toEqual({ min: 1, max: 1 });
    expect(failures(prediction)).toEqual(['unschedulable on : 1..1']);
  });
});

describe('which failure comes first', () => {
  const pools = [pool('a', 1, 9), pool('off', 2, 9, { disable: true })];
  const view = testView({ attachments, pools });
  it.each([
    {
      title: 'a missing name before a filter of an earlier NIC',
      nics: [nic(['off']), nic(['gone'])],
      says: 'poolNotFound on net2: 2..2',
    },
    {
      title: 'the filter of a later NIC when the first is added',
      nics: [nic(['a']), nic(['off'])],
      says: 'filteredOut on net2: 2..2',
    },
    {
      title: 'a NIC that is not listed, when its turn comes',
      nics: [nic(['a']), nic([])],
      says: 'interfaceNotListed on net2: 2..2',
    },
    {
      title: 'a device before any address',
      nics: [nic(['off'], { attachment: 'kube-system/sriov' })],
      says: 'noDevice on net1: 2..2',
    },
    {
      title: 'a missing attachment before everything',
      nics: [nic(['off']), nic([], { attachment: 'kube-system/no' })],
      says: 'attachmentNotFound on net2: 2..2',
    },
    {
      title: 'a default route by a NIC that is yet to come',
      nics: [nic(['a']), nic(['a'], { defaultRoute: true })],
      says: 'defaultRouteNic on net2: 2..2',
    },
  ])('$title', ({ nics, says }) => {
    expect(failures(told(draft(2, { nics }), view))).toEqual([says]);
  });

  it('a failure by chance ends some Pods, and the others go on to their next NICs', () => {
    const pools = [pool('routed', 1, 9, { gateway: '10.6.0.1' }), pool('bare', 2, 9), pool('late', 3, 1)];
    const of = (name: string, defaults: readonly string[]) =>
      testAttachment(name, {
        plugins: [
          { type: 'macvlan', master: name, ipam: { ...spiderpoolIpam, default_ipv4_ippool: defaults } },
          { type: 'coordinator' },
        ],
      });
    const on = (name: string) => nic([], { attachment: `kube-system/${name}` });
    const network = {
      source: 'default' as const,
      eth0: on('mixed'),
      nics: [on('mixed'), { ...on('late'), defaultRoute: true }],
    };
    const mixed = testView({ attachments: [of('mixed', ['routed', 'bare']), of('late', ['late'])], pools });
    const prediction = told(draft(3, network), mixed);
    expect(prediction.courses[0]?.allocations.map((each) => each.nic)).toEqual(['eth0', 'net1', 'net2']);
    expect(prediction.running).toEqual({ min: 0, max: 1 });
    expect(failures(prediction)).toEqual(['defaultRouteNic on net2: 0..3', 'exhausted on net2: 0..2']);
  });

  it('a NIC without any pool has every attempt take the addresses of the others again', () => {
    const view = testView({ attachments, pools: [pool('a', 1, 1), pool('b', 2, 1)] });
    const prediction = told(draft(2, { nics: [nic(['a', 'b']), nic(['none*'])] }), view);
    expect(prediction.running).toEqual({ min: 0, max: 0 });
    expect(failures(prediction)).toEqual(['exhausted on net1: 0..1', 'noCandidate on net2: 1..2']);
  });

  it('eth0 listed without a cluster network shuts everything out', () => {
    const network = { eth0: nic(['a'], { attachment: '' }), nics: [nic(['a'])] };
    expect(failures(told(draft(2, network), view))).toEqual(['filteredOut on eth0: 2..2']);
  });
});

it('pools are drained by class: a pool for Pods before one for a namespace before a shared one (3.3)', () => {
  const pools = [
    pool('shared', 1, 9),
    pool('other', 2, 9),
    pool('space', 3, 9, { namespaceName: ['default'] }),
    pool('app', 4, 9, { podAffinity: { matchLabels: { app: 'web' } } }),
  ];
  const prediction = told(
    draft(2, { nics: [nic(['shared', 'space', 'other', 'app'])] }),
    testView({ attachments, pools }),
  );
  const tiers = prediction.courses[0]?.allocations[0]?.demands[0]?.tiers;
  expect(tiers?.map((tier) => tier.map((offer) => offer.pool))).toEqual([
    ['app'],
    ['space'],
    ['shared', 'other'],
  ]);
});

describe('fixed pools', () => {
  const subnets = [
    testSubnet('big'),
    testSubnet('small', { subnet: '10.8.0.0/16', ips: ['10.8.0.1-10.8.0.2'] }),
  ];
  const view = testView({ attachments, subnets });
  const on = (subnet: string) => nic([], { subnets: { ipv4: subnet, ipv6: '' } });

  it('have a name and labels that lead to the workload', () => {
    const [made] = told(draft(2, { source: 'fixed', nics: [on('big')] }), view).fixedPools;
    expect(made).toMatchObject({ namePrefix: 'auto4-web-net1-', size: 3n, made: true });
    expect(made?.labels).toMatchObject({
      'ipam.spidernet.io/owner-application-gv': 'apps_v1',
      'ipam.spidernet.io/interface': 'net1',
      'ipam.spidernet.io/ippool-reclaim': 'true',
    });
  });

  it('the first NIC that is short stops those after it (4.3)', () => {
    const prediction = told(draft(2, { source: 'fixed', nics: [on('small'), on('big')] }), view);
    expect(prediction.fixedPools.map(({ made }) => made)).toEqual([false, false]);
    expect(failures(prediction)).toEqual(['noAutoPool on net1: 2..2']);
  });

  it('a total below the replicas lets so many run', () => {
    const elastic = { enabled: true, count: '1', form: 'total' } as const;
    const prediction = told(draft(3, { source: 'fixed', elastic, nics: [on('big')] }), view);
    expect(prediction.running).toEqual({ min: 1, max: 1 });
  });
});

it('says nothing when something that decides cannot be read', () => {
  const view: ClusterView = { ...testView({ attachments }), pools: { state: 'forbidden' } };
  expect(predict(draft(1, {}), view)).toEqual({ kind: 'unknown', because: ['pools'] });
  const odd = draft(1, {});
  odd.basics.replicas = 'many';
  expect(predict(odd, testView({}))).toEqual({ kind: 'unknown', because: ['replicas'] });
});
