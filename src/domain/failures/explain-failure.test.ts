import { describe, expect, it } from 'vitest';
import { IP_POOLS, OWNER_LABELS, SUBNET, SUBNETS } from '../spiderpool/annotation-keys.ts';
import type { PodNic } from '../spiderpool/pod-addresses.ts';
import { macvlan, sriov, testAttachment, testNode, testPool, testSubnet, testView } from '../test-cluster.ts';
import { explainFailure, type WaitingPod } from './explain-failure.ts';
import { readFailure } from './read-failure.ts';
import { agentMessage, delegateMessage, multusMessage } from './test-envelopes.ts';

const NETWORKS = 'k8s.v1.cni.cncf.io/networks';

function pod(annotations: Record<string, string>, more: Partial<WaitingPod['owner']> = {}): WaitingPod {
  return { namespace: 'default', owner: { uid: 'u1', annotations, poolSize: 3, ...more }, nics: [] };
}

function owned(name: string, subnet: string, interfaceName: string, ips: string, uid = 'u1') {
  const labels = {
    [OWNER_LABELS.kind]: 'Deployment',
    [OWNER_LABELS.namespace]: 'default',
    [OWNER_LABELS.name]: 'web',
    [OWNER_LABELS.uid]: uid,
    [OWNER_LABELS.interfaceName]: interfaceName,
    [OWNER_LABELS.subnet]: subnet,
  };
  return testPool(name, { ips: [ips] }, { labels });
}

const oneNic = { [NETWORKS]: 'kube-system/macvlan' };
const twoNics = { [NETWORKS]: 'kube-system/macvlan,kube-system/sriov' };
const chosen = {
  ...twoNics,
  [IP_POOLS]: '[{"interface":"net1","ipv4":["p1"]},{"interface":"net2","ipv4":["p2"]}]',
};
const fixed = (...items: readonly (readonly [string, string])[]) => ({
  ...twoNics,
  [SUBNETS]: JSON.stringify(
    items.map(([interfaceName, subnet]) => ({ interface: interfaceName, ipv4: [subnet] })),
  ),
});

const exhausted = (nic: string, pool: string) =>
  readFailure(
    agentMessage(
      `failed to allocate any IPv4 IP address to NIC ${nic} from IPPools [${pool}]: all IP addresses used out`,
    ),
  );
const noAutoPool = (nic: string) =>
  readFailure(
    agentMessage(
      `failed to get IPPool candidates from Subnet: no matching auto-created IPPool candidate with matchLables 'map[ipam.spidernet.io/interface:${nic} ipam.spidernet.io/ip-version:IPv4]'`,
    ),
  );

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

describe('a pool of its own that is not there', () => {
  const subnets = [
    testSubnet('s1', { ips: ['10.7.0.10-10.7.0.11'] }),
    testSubnet('s2', { ips: ['10.8.0.10-10.8.0.19'] }),
  ];
  const short = {
    kind: 'subnetShort',
    interfaceName: 'net1',
    family: 'ipv4',
    subnet: 's1',
    needed: 3,
    free: 2n,
  };

  it.each([
    ['the subnet has too few addresses', fixed(['net1', 's1']), 'net1', [], short],
    ['the subnet of an earlier NIC has too few', fixed(['net1', 's1'], ['net2', 's2']), 'net2', [], short],
    [
      'the interface is not in the annotation',
      fixed(['eth1', 's2']),
      'net1',
      [],
      { kind: 'wrongInterface', interfaceName: 'net1', listed: ['eth1'] },
    ],
    [
      'the annotation is meant for eth0',
      { ...oneNic, [SUBNET]: '{"ipv4":["s2"]}' },
      'net1',
      [],
      { kind: 'wrongInterface', interfaceName: 'net1', listed: ['eth0'] },
    ],
    [
      'the subnet was changed',
      fixed(['net1', 's2']),
      'net1',
      [owned('auto4-web-net1-u1', 's1', 'net1', '10.7.0.10-10.7.0.11')],
      {
        kind: 'changedSubnet',
        interfaceName: 'net1',
        family: 'ipv4',
        subnet: 's2',
        pool: 'auto4-web-net1-u1',
        before: 's1',
      },
    ],
    [
      'the subnet does not exist',
      fixed(['net1', 'gone']),
      'net1',
      [],
      { kind: 'subnetMissing', interfaceName: 'net1', family: 'ipv4', subnet: 'gone' },
    ],
    ['nothing is wrong but the controller', fixed(['net1', 's2']), 'net1', [], { kind: 'controller' }],
    [
      'a pool of another workload does not count',
      fixed(['net1', 's1']),
      'net1',
      [owned('auto4-web-net1-u2', 's2', 'net1', '10.8.0.10-10.8.0.12', 'u2')],
      short,
    ],
  ] as const)('%s', (_, annotations, nic, pools, expected) => {
    const view = testView({ subnets, pools });
    expect(explainFailure(noAutoPool(nic), pod(annotations), view, undefined).autoPool).toEqual(expected);
  });

  it('says when it may not look, or when such pools are switched off', () => {
    const view = testView({ subnets });
    const asked = pod(fixed(['net1', 's1']));
    const blind = { ...view, pools: { state: 'forbidden' as const } };
    expect(explainFailure(noAutoPool('net1'), asked, blind, undefined).autoPool).toEqual({
      kind: 'unreadable',
    });
    const early = { ...view, subnets: { state: 'loading' as const } };
    expect(explainFailure(noAutoPool('net1'), asked, early, undefined).autoPool).toBeUndefined();
    const off = testView({ subnets, settings: { enableAutoPool: false } });
    expect(explainFailure(noAutoPool('net1'), asked, off, undefined).autoPool).toEqual({ kind: 'off' });
  });

  it('is what a sandbox that takes too long waits for', () => {
    const timeout = readFailure(
      'Failed to create pod sandbox: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    );
    const view = testView({ subnets });
    expect(explainFailure(timeout, pod(fixed(['net1', 's1'])), view, undefined).autoPool).toEqual(short);
    expect(explainFailure(timeout, pod(fixed(['net1', 's2'])), view, undefined).autoPool).toBeUndefined();
  });

  it('is seen too where a pool that is too small cannot grow', () => {
    const pool = owned('auto4-web-net1-u1', 's1', 'net1', '10.6.0.10-10.6.0.11');
    const view = testView({ subnets: [testSubnet('s1', { ips: [] })], pools: [pool] });
    const found = explainFailure(exhausted('net1', pool.name), pod(fixed(['net1', 's1'])), view, undefined);
    expect(found.autoPool).toMatchObject({
      kind: 'cannotGrow',
      pool: pool.name,
      size: 2n,
      needed: 3,
      free: 0n,
    });
    expect(found.mend).toBe('network.nics.0.subnets.ipv4');
    const roomy = testView({ subnets: [testSubnet('s1', { ips: ['10.7.0.10'] })], pools: [pool] });
    const growing = explainFailure(
      exhausted('net1', pool.name),
      pod(fixed(['net1', 's1'])),
      roomy,
      undefined,
    );
    expect(growing.autoPool).toBeUndefined();
    expect(growing.mend).toBe('network.elastic.count');
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
