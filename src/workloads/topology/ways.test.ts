import { expect, it } from 'vitest';
import type { Topology } from '../../domain/spiderpool/topology.ts';
import { addTexts, createTranslate } from '../../i18n/i18n.ts';
import { topologyTexts } from '../../i18n/texts/topology.ts';
import { waysOf } from './ways.ts';

const attachment = (id: string) => ({
  key: id,
  kind: 'attachment' as const,
  resolution: { state: 'missing' as const, id },
});
const pool = (name: string, standing: 'found' | 'unread') => ({
  key: name,
  kind: 'pool' as const,
  name,
  standing,
  held: 2,
  fixed: false,
});

const topology: Topology = {
  nodes: [
    { key: 'pods', kind: 'pods' },
    { key: 'net1', kind: 'nic', name: 'net1', position: 1 },
    { key: 'net2', kind: 'nic', name: 'net2', position: 2 },
    attachment('a'),
    pool('p4', 'found'),
    pool('p6', 'unread'),
    { key: 's', kind: 'subnet', name: 's', cidr: '10.6.0.0/16', standing: 'found', vlans: [100] },
  ],
  edges: [
    { from: 'pods', to: 'net1', nics: [1] },
    { from: 'net1', to: 'a', nics: [1] },
    { from: 'net2', to: 'a', nics: [2] },
    { from: 'a', to: 'p4', nics: [1, 2], stock: { free: 46n, total: 50n } },
    { from: 'a', to: 'p6', nics: [1] },
    { from: 'p4', to: 's', nics: [1, 2], stock: { free: 150n, total: 290n } },
  ],
};

it('says each way of a NIC to the wire, and none of another NIC', () => {
  addTexts(topologyTexts);
  const t = createTranslate('en-US');
  const ways = (position: number, holdings = true) =>
    waysOf(topology, position, { name: 'web', pods: 2, holdings }, t, 'en-US');
  const toSubnet =
    'a, not found → p4, 2 addresses held here, 46 free of 50 → s, 10.6.0.0/16, VLAN 100, 150 free of 290';
  expect(ways(1)).toEqual([toSubnet, 'a, not found → p6, cannot be read']);
  expect(ways(2)).toEqual([toSubnet]);
  expect(ways(3)).toEqual([]);
  expect(ways(2, false)).toEqual([toSubnet.replace(' 2 addresses held here,', '')]);
});
