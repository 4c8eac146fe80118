import { describe, expect, it } from 'vitest';
import { macvlan, spiderpoolIpam, testAttachment, testPool, testSubnet, testView } from '../test-cluster.ts';
import type { PodNic } from './pod-addresses.ts';
import { topologyOf, type Topology, type TopologySubject } from './topology.ts';

const vlan100 = testAttachment('vlan100', {
  type: 'macvlan',
  master: 'ens192',
  vlan: 100,
  ipam: spiderpoolIpam,
});
const p = testPool('p', {}, { allocatedIPs: '{"10.6.0.10":{"pod":"default/web-1","podUid":"u"}}' });
const subnet = testSubnet(
  's',
  { subnet: '10.6.0.0/16', ips: ['10.6.0.10-10.6.0.39'] },
  { controlledIPPools: '{"p":{"ips":["10.6.0.10-10.6.0.19"]}}' },
);
const view = testView({
  attachments: [macvlan, vlan100],
  pools: [p],
  subnets: [subnet],
  reserved: ['10.6.0.11'],
});

const networks = 'k8s.v1.cni.cncf.io/networks';
const pools = 'ipam.spidernet.io/ippools';
const subnets = 'ipam.spidernet.io/subnets';

function subject(annotations: Record<string, string>, pods: TopologySubject['pods'] = []): TopologySubject {
  return { namespace: 'default', uid: 'uid-web', annotations, pods };
}

const nic = (interfaceName: string, pool: string, more: Partial<PodNic> = {}): PodNic => ({
  interfaceName,
  attachment: 'kube-system/macvlan',
  vlan: 0,
  state: 'up',
  ...(pool === '' ? {} : { ipv4: { address: '10.6.0.10/16', pool } }),
  ...more,
});

/** Edges in words: `from → to [nics] free/total`. */
function edges({ edges: all }: Topology): readonly string[] {
  return all.map(({ from, to, nics, stock }) => {
    const counts = stock === undefined ? '' : ` ${stock.free}/${stock.total}`;
    return `${from} → ${to} [${nics.join(',')}]${counts}`;
  });
}

const oneNic = {
  [networks]: 'kube-system/vlan100',
  [pools]: '[{"interface":"net1","ipv4":["p"]}]',
};

describe('topologyOf', () => {
  it('leads from the Pod to the subnet, with the free counts of pool and subnet', () => {
    const topology = topologyOf(
      subject(oneNic, [[nic('eth0', '', { attachment: '' }), nic('net1', 'p')]]),
      view,
    );
    expect(edges(topology)).toEqual([
      'pods → nic eth0 [0]',
      'nic eth0 → attachment nodeFile eth0 [0]',
      'pods → nic net1 [1]',
      'nic net1 → attachment kube-system/vlan100 [1]',
      'attachment kube-system/vlan100 → pool p [1] 8/10',
      'pool p → subnet s [1] 20/30',
    ]);
    expect(topology.nodes.at(-1)).toMatchObject({ kind: 'subnet', cidr: '10.6.0.0/16', vlans: [100] });
    expect(topology.nodes.find(({ kind }) => kind === 'pool')).toMatchObject({ held: 1, standing: 'found' });
  });

  it('shows the fixed pool of a subnet, and before it is made the subnet alone', () => {
    const asked = { [networks]: 'kube-system/macvlan', [subnets]: '[{"interface":"net1","ipv4":["s"]}]' };
    expect(edges(topologyOf(subject(asked), view)).at(-1)).toBe(
      'attachment kube-system/macvlan → subnet s [1] 20/30',
    );
    const labels = {
      'ipam.spidernet.io/owner-application-name': 'web',
      'ipam.spidernet.io/owner-application-uid': 'uid-web',
      'ipam.spidernet.io/owner-spider-subnet': 's',
      'ipam.spidernet.io/interface': 'net1',
    };
    const auto = testPool('auto4-web-net1-a5bd3', {}, { labels });
    const made = topologyOf(subject(asked), testView({ pools: [auto], subnets: [subnet] }));
    expect(edges(made).slice(-2)).toEqual([
      'attachment kube-system/macvlan → pool auto4-web-net1-a5bd3 [1] 10/10',
      'pool auto4-web-net1-a5bd3 → subnet s [1] 20/30',
    ]);
    expect(made.nodes.find(({ kind }) => kind === 'pool')).toMatchObject({ fixed: true });
  });

  it('has what only Pods have, and lets two NICs meet', () => {
    const topology = topologyOf(subject(oneNic, [[nic('net1', 'other'), nic('net2', 'p')]]), view);
    expect(edges(topology).slice(4)).toEqual([
      'attachment kube-system/vlan100 → pool p [1] 8/10',
      'pool p → subnet s [1,2] 20/30',
      'attachment kube-system/vlan100 → pool other [1]',
      'pods → nic net2 [2]',
      'nic net2 → attachment kube-system/macvlan [2]',
      'attachment kube-system/macvlan → pool p [2] 8/10',
    ]);
    expect(topology.nodes.find(({ key }) => key === 'pool other')).toMatchObject({ standing: 'missing' });
  });

  it('says unread, not missing, of what may not be read', () => {
    const blind = {
      ...view,
      attachments: { state: 'forbidden' } as const,
      pools: { state: 'forbidden' } as const,
      subnets: { state: 'forbidden' } as const,
    };
    const topology = topologyOf(subject(oneNic), blind);
    expect(topology.nodes.map((node) => ('standing' in node ? node.standing : node.kind))).toEqual([
      'pods',
      'nic',
      'attachment',
      'nic',
      'attachment',
      'unread',
    ]);
    expect(topology.nodes[4]).toMatchObject({ resolution: { state: 'unverified' } });
  });

  it('ends at the network of a pool without a subnet', () => {
    const topology = topologyOf(subject(oneNic), { ...view, subnets: { state: 'absent' } });
    expect(topology.nodes.at(-1)).toMatchObject({ kind: 'subnet', name: '', cidr: '10.6.0.0/16' });
  });

  it.each([['{'], ['null'], ['[{"interface":3}]']])('takes an annotation like %s', (text) => {
    expect(
      topologyOf(subject({ [networks]: text, [pools]: text, [subnets]: text }), view).nodes.length,
    ).toBeGreaterThan(0);
  });
});
