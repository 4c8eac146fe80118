import { describe, expect, it } from 'vitest';
import { attachment, macvlan } from '../../scenarios/objects/attachment-objects.ts';
import { deployment } from '../../scenarios/objects/workload-objects.ts';
import { agentText, createBench } from '../bench.ts';
import { bareCluster, pool6, pool7, subnets } from '../bench-objects.ts';
import { annotations } from '../names.ts';

const json = JSON.stringify;
const STANDARD = 'failed to allocate IP addresses in standard mode: ';

/** What `ippools` or `subnets` list, by interface. */
const lists = {
  net1: [{ interface: 'net1', ipv4: ['seven'] }],
  both: [
    { interface: 'eth0', ipv4: ['six'] },
    { interface: 'net1', ipv4: ['seven'] },
  ],
};
const subnetLists = {
  net1: [{ interface: 'net1', ipv4: ['subnet-7'] }],
  both: [
    { interface: 'eth0', ipv4: ['subnet-6'] },
    { interface: 'net1', ipv4: ['subnet-7'] },
  ],
};

interface Row {
  title: string;
  /** The Pod's own default network. */
  defaultNetwork?: string;
  clusterNetwork?: string;
  /** `ippools` or `subnets`, and which NICs they list. */
  pools?: unknown;
  subnets?: unknown;
  /** Interfaces that hold an address of Spiderpool, or the text of the failure. */
  expected: string[] | string;
}

const rows: Row[] = [
  { title: 'Calico on eth0, ippools for net1 only', pools: lists.net1, expected: ['net1'] },
  {
    title: 'Calico on eth0 as the node has it, ippools list eth0',
    pools: lists.both,
    expected: `${STANDARD}no IPPool available, all IPv4 IPPools [six] of eth0 filtered out: cluster-network multus isn't set, the IPPool six specified multusName [] unmatched`,
  },
  {
    title: 'Calico on eth0 by clusterNetwork, ippools list eth0: an address is wasted',
    clusterNetwork: 'kube-system/calico',
    pools: lists.both,
    expected: ['eth0', 'net1'],
  },
  {
    title: 'Calico on eth0 by the Pod, ippools list eth0: an address is wasted',
    defaultNetwork: 'kube-system/calico',
    pools: lists.both,
    expected: ['eth0', 'net1'],
  },
  { title: 'Calico on eth0, subnets for net1 only', subnets: subnetLists.net1, expected: ['net1'] },
  {
    title: 'Spiderpool on eth0, ippools list eth0 and net1',
    defaultNetwork: 'kube-system/net-a',
    pools: lists.both,
    expected: ['eth0', 'net1'],
  },
  {
    title: 'Spiderpool on eth0 by clusterNetwork, ippools list eth0 and net1',
    clusterNetwork: 'kube-system/net-a',
    pools: lists.both,
    expected: ['eth0', 'net1'],
  },
  {
    title: 'Spiderpool on eth0, ippools do not list eth0',
    defaultNetwork: 'kube-system/net-a',
    pools: lists.net1,
    expected: `${STANDARD}wrong input, invalid format of Pod annotation 'ipam.spidernet.io/ippools': interface eth0 must be specified`,
  },
  {
    title: 'Spiderpool on eth0, subnets list eth0 and net1',
    defaultNetwork: 'kube-system/net-a',
    subnets: subnetLists.both,
    expected: ['eth0', 'net1'],
  },
  {
    title: 'Spiderpool on eth0, subnets do not list eth0',
    defaultNetwork: 'kube-system/net-a',
    subnets: subnetLists.net1,
    expected: 'validation failure list:\nips in body is required',
  },
  {
    title: 'an underlay eth0 without IPAM is not listed',
    defaultNetwork: 'kube-system/no-ipam',
    pools: lists.net1,
    expected: ['net1'],
  },
  {
    title: 'a bare default network is looked up where Spiderpool is installed',
    defaultNetwork: 'net-a',
    pools: lists.both,
    expected: ['eth0', 'net1'],
  },
];

describe('whether eth0 is listed (reference 1.7)', () => {
  it.each(rows)('$title', ({ defaultNetwork, clusterNetwork = '', pools, subnets: asked, expected }) => {
    const bench = createBench(
      [
        ...bareCluster,
        attachment('kube-system/calico'),
        macvlan('kube-system/no-ipam', { master: 'ens192', disableIPAM: true }),
        ...(asked === undefined ? [pool6('six', 1), pool7('seven', 1)] : subnets),
        deployment('default', 'web', {
          annotations: {
            [annotations.networks]: 'kube-system/net-b',
            ...(defaultNetwork === undefined ? {} : { [annotations.defaultNetwork]: defaultNetwork }),
            ...(pools === undefined ? {} : { [annotations.pools]: json(pools) }),
            ...(asked === undefined
              ? {}
              : { [annotations.subnets]: json(asked), [annotations.poolIpNumber]: '+0' }),
          },
        }),
      ],
      { clusterNetwork },
    );
    bench.run(10);
    if (typeof expected === 'string') {
      expect(agentText(bench.failure('web'))).toBe(expected);
    } else {
      expect(bench.failure('web')).toBeUndefined();
      expect(Object.keys(bench.nics(bench.pods('web')[0])).toSorted()).toEqual(expected);
    }
  });

  it('makes the address of an underlay eth0 the address of the Pod', () => {
    const bench = createBench([
      ...bareCluster,
      pool6('six', 1),
      deployment('default', 'web', {
        annotations: {
          [annotations.defaultNetwork]: 'kube-system/net-a',
          [annotations.pool]: json({ ipv4: ['six'] }),
        },
      }),
    ]);
    bench.run(5);
    expect(bench.pods('web')[0]?.status).toMatchObject({ phase: 'Running', podIP: '10.6.1.1' });
  });
});

describe('the same pool on two NICs (reference 1.8)', () => {
  it.each([
    {
      title: 'listed twice in ippools',
      pod: {
        [annotations.pools]: json([
          { interface: 'net1', ipv4: ['six'] },
          { interface: 'net2', ipv4: ['six'] },
        ]),
      },
    },
    { title: 'ippool with two NICs', pod: { [annotations.pool]: json({ ipv4: ['six'] }) } },
    { title: 'the cluster default with two NICs', pod: {} },
  ])('gives both the same address, without a word: $title', ({ pod }) => {
    const bench = createBench([
      ...bareCluster,
      pool6('six', 1, { default: true }),
      deployment('default', 'web', {
        annotations: { [annotations.networks]: 'kube-system/net-a,kube-system/net-b', ...pod },
      }),
    ]);
    bench.run(5);
    const { net1, net2 } = bench.nics(bench.pods('web')[0]);
    expect([net1?.ipv4, net2?.ipv4]).toEqual(['10.6.1.1/16', '10.6.1.1/16']);
    expect(bench.failure('web')).toBeUndefined();
    expect(bench.store.list('spiderpool.spidernet.io/v2beta1/spiderippools')[0]?.status).toMatchObject({
      allocatedIPCount: 1,
    });
  });
});
