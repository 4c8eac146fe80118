import { describe, expect, it } from 'vitest';
import { IP_POOLS } from '../spiderpool/annotation-keys.ts';
import type { PodNic } from '../spiderpool/pod-addresses.ts';
import { macvlan, sriov, testAttachment, testNode, testPool, testSubnet, testView } from '../test-cluster.ts';
import { explainFailure } from './explain-failure.ts';
import { readFailure } from './read-failure.ts';
import { agentMessage, delegateMessage, multusMessage } from './test-envelopes.ts';
import { exhausted, fixed, NETWORKS, noAutoPool, oneNic, pod, twoNics } from './test-pods.ts';

const chosen = {
  ...twoNics,
  [IP_POOLS]: '[{"interface":"net1","ipv4":["p1"]},{"interface":"net2","ipv4":["p2"]}]',
};

describe('the NIC', () => {
  const onMacvlan = readFailure(delegateMessage('gateway 10.6.0.1 is unreachable'));
  const named = testAttachment('other', {
    name: 'macvlan-ens192',
    type: 'macvlan',
    ipam: { type: 'spiderpool' },
  });
  const twice = { [NETWORKS]: 'kube-system/other,kube-system/other' };

  it.each([
    ['from the words of the agent', exhausted('net2', 'p2'), chosen, 'net2'],
    ['from the name in the CNI configuration', onMacvlan, { [NETWORKS]: 'kube-system/other' }, 'net1'],
    ['of no attachment: the file of the node', { ...onMacvlan, network: 'k8s-pod-network' }, oneNic, 'eth0'],
    ['unknown where two have that configuration', onMacvlan, twice, undefined],
    [
      'from the attachment that is missing',
      readFailure(
        multusMessage('cannot find a network-attachment-definition (gone) in namespace (default): not found'),
      ),
      { [NETWORKS]: 'kube-system/macvlan,gone' },
      'net2',
    ],
    [
      'from the device that the nodes lack',
      readFailure('0/2 nodes are available: 2 Insufficient spidernet.io/sriov.'),
      twoNics,
      'net2',
    ],
    [
      'unknown where the nodes lack something else',
      readFailure('0/2 nodes are available: 2 Insufficient cpu.'),
      twoNics,
      undefined,
    ],
  ] as const)('%s', (_, failure, annotations, nic) => {
    const view = testView({ attachments: [macvlan, sriov, named] });
    expect(explainFailure(failure, pod(annotations), view, undefined).nic?.interfaceName).toBe(nic);
  });
});

describe('the pools', () => {
  it('are counted, reserved addresses apart', () => {
    const allocated = { '10.6.0.10': { pod: 'default/a', podUid: 'a' } };
    const pool = testPool(
      'p1',
      { ips: ['10.6.0.10-10.6.0.12'] },
      { allocatedIPs: JSON.stringify(allocated) },
    );
    const view = testView({ pools: [pool], reserved: ['10.6.0.11-10.6.0.20'] });
    expect(explainFailure(exhausted('net1', 'p1 gone'), pod(chosen), view, undefined).stocks).toEqual([
      { name: 'p1', pool, free: 0n, total: 3n, held: 1n, reserved: 2n },
    ]);
  });
});

describe('what else there is to say', () => {
  it('names the NICs that have their addresses', () => {
    const nics: PodNic[] = [
      { interfaceName: 'eth0', attachment: '', vlan: 0, state: 'waiting' },
      { interfaceName: 'net1', attachment: '', vlan: 0, state: 'allocated' },
      { interfaceName: 'net2', attachment: '', vlan: 0, state: 'allocated' },
    ];
    const found = explainFailure(exhausted('net2', 'p2'), { ...pod(chosen), nics }, testView(), undefined);
    expect(found.given).toEqual(['net1']);
  });

  it('counts the devices of the nodes', () => {
    const failure = readFailure(
      '0/2 nodes are available: 1 Insufficient cpu, 2 Insufficient spidernet.io/sriov.',
    );
    const nodes = [testNode('a', { allocatable: { 'spidernet.io/sriov': '4', cpu: '8' } }), testNode('b')];
    expect(explainFailure(failure, pod(twoNics), testView({ nodes }), undefined).offers).toEqual([
      { resource: 'spidernet.io/sriov', nodes: [{ name: 'a', amount: '4' }] },
    ]);
  });

  it('tells of a coordinator that is not ready', () => {
    const state = (phase: string) => ({ phase, reason: 'no kubeadm-config' });
    const explain = (phase: string) =>
      explainFailure(exhausted('net1', 'p1'), pod(chosen), testView(), state(phase)).coordinator;
    expect(explain('NotReady')).toEqual(state('NotReady'));
    expect(explain('Synced')).toBeUndefined();
  });
});

describe('where it is mended', () => {
  const agent = (text: string) => readFailure(agentMessage(text));
  const plugin = (text: string) => readFailure(delegateMessage(text));

  it.each([
    ['its pools', exhausted('net2', 'p2'), chosen, 'network.nics.1.pools.ipv4'],
    ['elastic addresses', exhausted('net1', 'p'), fixed(['net1', 's2']), 'network.elastic.count'],
    ['its subnet', noAutoPool('net1'), fixed(['net1', 's1']), 'network.nics.0.subnets.ipv4'],
    ['the source', exhausted('net1', 'p'), oneNic, 'network.source'],
    [
      'routes',
      agent("invalid format of Pod annotation 'ipam.spidernet.io/routes': x"),
      chosen,
      'network.routes',
    ],
    [
      'the NIC that is not listed',
      agent(`invalid format of Pod annotation '${IP_POOLS}': interface net2 must be specified`),
      chosen,
      'network.nics.1.pools.ipv4',
    ],
    [
      'the default route',
      plugin("podDefaultRouteNIC: net2 don't exist in pod"),
      chosen,
      'network.defaultRoute',
    ],
    [
      'its attachment',
      { ...plugin('VF pci addr is required'), network: 'sriov' },
      chosen,
      'network.nics.1.attachment',
    ],
    [
      'the nodes',
      readFailure('0/1 nodes are available: 1 Insufficient cpu.'),
      chosen,
      'scheduling.nodeSelector',
    ],
    [
      'nowhere: it is for an administrator',
      plugin('unhealthy spiderpool-agent backend, failed to check: x'),
      chosen,
      undefined,
    ],
    ['nowhere: it is not known', plugin('something'), chosen, undefined],
  ] as const)('%s', (_, failure, annotations, path) => {
    const view = testView({ subnets: [testSubnet('s1', { ips: [] }), testSubnet('s2')] });
    expect(explainFailure(failure, pod(annotations), view, undefined).mend).toBe(path);
  });
});
