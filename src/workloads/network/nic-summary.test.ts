import { describe, expect, it } from 'vitest';
import type { PodNic } from '../../domain/spiderpool/pod-addresses.ts';
import { toNetworkDraft } from '../../domain/spiderpool/read-network.ts';
import type { PodRow } from '../pods/pod-rows.ts';
import { summarizeNics } from './nic-summary.ts';

const two = { 'k8s.v1.cni.cncf.io/networks': 'kube-system/macvlan,kube-system/macvlan' };
const one = { 'k8s.v1.cni.cncf.io/networks': 'kube-system/macvlan' };

function nic(interfaceName: string, state: PodNic['state'] = 'up'): PodNic {
  return { interfaceName, attachment: 'kube-system/macvlan', vlan: 0, state };
}

function pod(name: string, nics: readonly PodNic[], more: Partial<PodRow> = {}): PodRow {
  return {
    uid: name,
    name,
    node: 'worker1',
    restarts: 0,
    state: { phase: 'running' },
    nics,
    template: two,
    ...more,
  };
}

function summarize(...rows: PodRow[]) {
  return summarizeNics(toNetworkDraft(two, 'default').network, 'default', rows, []);
}

const all = [nic('eth0'), nic('net1'), nic('net2')];
const waiting = [nic('eth0'), nic('net1', 'allocated'), nic('net2', 'waiting')];

describe('summarizeNics', () => {
  it('has a line for each NIC that is asked for, Pods or none', () => {
    expect(summarize().nics.map(({ interfaceName, total }) => [interfaceName, total])).toEqual([
      ['eth0', 0],
      ['net1', 0],
      ['net2', 0],
    ]);
  });

  it('tells missing from not there yet, and gathers the Pods', () => {
    const { nics, counts } = summarize(
      pod('a', all),
      pod('b', waiting, { state: { phase: 'network' } }),
      pod('c', waiting),
      pod('d', waiting),
    );
    expect(nics.map(({ same, total }) => [same, total])).toEqual([
      [4, 4],
      [4, 4],
      [1, 4],
    ]);
    expect(nics[2]?.remarks).toEqual([
      { difference: { kind: 'waiting' }, pods: ['b'] },
      { difference: { kind: 'missing' }, pods: ['c', 'd'] },
    ]);
    expect(counts).toEqual([{ asked: 3, reported: 2, pods: ['c', 'd'] }]);
  });

  it('compares a Pod with the template that it was made from', () => {
    const { nics, counts } = summarize(pod('old', [nic('eth0'), nic('net1')], { template: one }));
    expect(nics.map(({ same, total, remarks }) => [same, total, remarks.length])).toEqual([
      [1, 1, 0],
      [1, 1, 0],
      [0, 0, 0],
    ]);
    expect(counts).toEqual([]);
  });

  it('puts what is too many at the end', () => {
    const { nics, counts } = summarize(pod('a', [...all, nic('net3')]));
    expect(nics.at(-1)).toMatchObject({
      interfaceName: 'net3',
      position: 3,
      remarks: [{ difference: { kind: 'extra' }, pods: ['a'] }],
    });
    expect(nics.at(-1)).not.toHaveProperty('asked');
    expect(counts).toEqual([{ asked: 3, reported: 4, pods: ['a'] }]);
  });
});
