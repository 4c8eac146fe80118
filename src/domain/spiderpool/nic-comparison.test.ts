import { describe, expect, it } from 'vitest';
import { testPool } from '../test-cluster.ts';
import { OWNER_LABELS } from './annotation-keys.ts';
import { compareNics } from './nic-comparison.ts';
import type { PodNic } from './pod-addresses.ts';
import { toNetworkDraft } from './read-network.ts';

const NETWORKS = 'k8s.v1.cni.cncf.io/networks';
const IP_POOLS = 'ipam.spidernet.io/ippools';
const SUBNETS = 'ipam.spidernet.io/subnets';

function networkOf(annotations: Record<string, string>) {
  return toNetworkDraft(annotations, 'default').network;
}

function nic(interfaceName: string, more: Partial<PodNic> = {}): PodNic {
  const attachment = interfaceName === 'eth0' ? 'k8s-pod-network' : 'kube-system/macvlan';
  return { interfaceName, attachment, vlan: 0, state: 'up', ...more };
}

const pools = (...names: string[]) => ({
  [NETWORKS]: 'kube-system/macvlan',
  [IP_POOLS]: JSON.stringify([{ interface: 'net1', ipv4: names }]),
});
const from = (pool: string, address = '10.6.0.10/16') => ({ ipv4: { address, pool } });

describe('compareNics', () => {
  it.each([
    ['as asked for', pools('p1'), [nic('eth0'), nic('net1', from('p1'))], {}],
    ['one of several pools', pools('p1', 'p2'), [nic('eth0'), nic('net1', from('p2'))], {}],
    ['a pool of a pattern', pools('p*'), [nic('eth0'), nic('net1', from('p2'))], {}],
    [
      'another pool',
      pools('p1'),
      [nic('eth0'), nic('net1', from('x'))],
      { net1: [{ kind: 'otherPool', pool: 'x', asked: ['p1'] }] },
    ],
    ['missing', pools('p1'), [nic('eth0')], { net1: [{ kind: 'missing' }] }],
    [
      'asked for only',
      pools('p1'),
      [nic('eth0'), nic('net1', { state: 'waiting' })],
      { net1: [{ kind: 'missing' }] },
    ],
    [
      'allocated is there',
      pools('p1'),
      [nic('eth0'), nic('net1', { ...from('p1'), state: 'allocated' })],
      {},
    ],
    [
      'too many',
      pools('p1'),
      [nic('eth0'), nic('net1', from('p1')), nic('net2')],
      { net2: [{ kind: 'extra' }] },
    ],
    [
      'another attachment',
      pools('p1'),
      [nic('eth0'), nic('net1', { ...from('p1'), attachment: 'default/other' })],
      { net1: [{ kind: 'otherAttachment', asked: 'kube-system/macvlan', reported: 'default/other' }] },
    ],
    [
      'without an address',
      pools('p1'),
      [nic('eth0'), nic('net1')],
      { net1: [{ kind: 'noAddress', family: 'ipv4' }] },
    ],
    [
      'the same address twice',
      {},
      [nic('eth0', from('p1')), nic('net1', from('p1'))],
      {
        eth0: [{ kind: 'sameAddress', address: '10.6.0.10/16', other: 'net1' }],
        net1: [{ kind: 'extra' }],
      },
    ],
    ['an address that Multus alone tells', pools('p1'), [nic('eth0'), nic('net1', from(''))], {}],
    ['nothing on the network of the host', pools('p1'), [], {}],
  ] as const)('%s', (_, annotations, nics, expected) => {
    const found = compareNics(networkOf(annotations), nics, []);
    expect(
      Object.fromEntries(
        found.flatMap(({ interfaceName, differences }) =>
          differences.length === 0 ? [] : [[interfaceName, differences]],
        ),
      ),
    ).toEqual(expected);
  });

  it('knows the subnet of a fixed pool where pools may be read', () => {
    const asked = networkOf({
      [NETWORKS]: 'kube-system/macvlan',
      [SUBNETS]: JSON.stringify([{ interface: 'net1', ipv4: ['subnet-6'] }]),
    });
    const pool = testPool('auto4-web-net1-a5bd3', {}, { labels: ownerLabels('subnet-7') });
    const nics = [nic('eth0'), nic('net1', from(pool.name))];
    expect(compareNics(asked, nics, [pool])[1]?.differences).toEqual([
      { kind: 'otherPool', pool: pool.name, asked: ['subnet-6'] },
    ]);
    expect(compareNics(asked, nics, undefined)[1]?.differences).toEqual([]);
  });

  it('takes custom names and their places', () => {
    const asked = networkOf({ [NETWORKS]: 'kube-system/macvlan@data,kube-system/macvlan' });
    const found = compareNics(asked, [nic('eth0'), nic('data'), nic('net1')], []);
    expect(found.map(({ interfaceName, differences }) => [interfaceName, differences[0]?.kind])).toEqual([
      ['eth0', undefined],
      ['data', undefined],
      ['net2', 'missing'],
      ['net1', 'extra'],
    ]);
  });
});

function ownerLabels(subnet: string): Record<string, string> {
  return {
    [OWNER_LABELS.kind]: 'Deployment',
    [OWNER_LABELS.namespace]: 'default',
    [OWNER_LABELS.name]: 'web',
    [OWNER_LABELS.uid]: 'u1',
    [OWNER_LABELS.interfaceName]: 'net1',
    [OWNER_LABELS.subnet]: subnet,
  };
}
