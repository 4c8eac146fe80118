import { describe, expect, it } from 'vitest';
import { codesOf, DEFAULT_NETWORK, K, NETWORKS, workload } from './test-manifests.ts';

const one = 'kube-system/macvlan';
const two = `${one},kube-system/macvlan-b`;
const items = (...each: object[]) => JSON.stringify(each);

/** Every form in which people write the annotations of NICs (round-trip note of the domain reference, section 9). */
const forms: readonly [story: string, annotations: Record<string, string>, found: readonly string[]][] = [
  ['none at all', {}, []],
  [
    'named ippools',
    {
      [NETWORKS]: two,
      [`${K}/ippools`]: items(
        { interface: 'net1', ipv4: ['pool-a'] },
        { interface: 'net2', ipv4: ['pool-b'] },
      ),
    },
    [],
  ],
  [
    'pretty-printed ippools',
    {
      [NETWORKS]: one,
      [`${K}/ippools`]: JSON.stringify([{ interface: 'net1', ipv4: ['pool-a'] }], undefined, 2),
    },
    [],
  ],
  [
    'a pool that is not there',
    { [NETWORKS]: one, [`${K}/ippools`]: items({ interface: 'net1', ipv4: ['gone'] }) },
    ['error nic.poolUnknown'],
  ],
  [
    'a NIC that ippools leaves out',
    { [NETWORKS]: two, [`${K}/ippools`]: items({ interface: 'net1', ipv4: ['pool-a'] }) },
    ['error nic.poolRequired'],
  ],
  [
    'a NIC that is not there',
    {
      [NETWORKS]: one,
      [`${K}/ippools`]: items({ interface: 'net1', ipv4: ['pool-a'] }, { interface: 'net3', ipv4: ['b'] }),
    },
    ['error reading.unknownInterface'],
  ],
  [
    'one pool for two NICs',
    {
      [NETWORKS]: two,
      [`${K}/ippools`]: items(
        { interface: 'net1', ipv4: ['pool-a'] },
        { interface: 'net2', ipv4: ['pool-a'] },
      ),
    },
    ['error nic.samePool'],
  ],
  ['wildcards', { [NETWORKS]: one, [`${K}/ippools`]: items({ interface: 'net1', ipv4: ['pool-[ab]'] }) }, []],
  [
    'wildcards that meet on two NICs',
    {
      [NETWORKS]: two,
      [`${K}/ippools`]: items(
        { interface: 'net1', ipv4: ['pool-*'] },
        { interface: 'net2', ipv4: ['pool-b'] },
      ),
    },
    ['error nic.samePool'],
  ],
  [
    'unnamed ippools where eth0 asks Spiderpool too',
    {
      [DEFAULT_NETWORK]: 'kube-system/macvlan-b',
      [NETWORKS]: one,
      [`${K}/ippools`]: items({ ipv4: ['eth-a'] }, { ipv4: ['pool-a'] }),
    },
    ['note reading.unnamedItems'],
  ],
  [
    'unnamed ippools where eth0 is an overlay',
    { [NETWORKS]: one, [`${K}/ippools`]: items({ ipv4: ['eth-a'] }, { ipv4: ['pool-a'] }) },
    ['note reading.unnamedItems', 'error nic.notManaged'],
  ],
  [
    'named and unnamed items together',
    {
      [NETWORKS]: two,
      [`${K}/ippools`]: items({ interface: 'net1', ipv4: ['pool-a'] }, { ipv4: ['pool-b'] }),
    },
    ['error reading.mixedInterfaces', 'error nic.poolRequired'],
  ],
  ['ippool', { [NETWORKS]: one, [`${K}/ippool`]: '{"ipv4":["pool-a"]}' }, ['note reading.singularForm']],
  [
    'ippool for two NICs',
    { [NETWORKS]: two, [`${K}/ippool`]: '{"ipv4":["pool-a"]}' },
    ['note reading.singularForm', 'error nic.samePool'],
  ],
  [
    'ippool beside a NIC that asks another IPAM',
    { [NETWORKS]: `kube-system/dhcp,${one}`, [`${K}/ippool`]: '{"ipv4":["pool-a"]}' },
    ['note reading.singularForm'],
  ],
  [
    'ippool where eth0 asks Spiderpool and the added NIC does not',
    {
      [DEFAULT_NETWORK]: one,
      [NETWORKS]: 'kube-system/dhcp',
      [`${K}/ippool`]: '{"ipv4":["pool-a"]}',
    },
    ['note reading.singularForm'],
  ],
  [
    'ippool where eth0 and the added NIC ask Spiderpool, and get one address',
    {
      [DEFAULT_NETWORK]: one,
      [NETWORKS]: 'kube-system/macvlan-b',
      [`${K}/ippool`]: '{"ipv4":["pool-a"]}',
    },
    ['note reading.singularForm', 'error nic.samePool'],
  ],
  [
    'ippool of a Pod that asks Spiderpool for nothing',
    { [NETWORKS]: 'kube-system/dhcp', [`${K}/ippool`]: '{"ipv4":["pool-a"]}' },
    ['note reading.singularForm', 'warning reading.unusedPools'],
  ],
  [
    'subnets',
    {
      [NETWORKS]: two,
      [`${K}/subnets`]: items(
        { interface: 'net1', ipv4: ['subnet-a'] },
        { interface: 'net2', ipv4: ['subnet-b'] },
      ),
      [`${K}/ippool-ip-number`]: '+1',
      [`${K}/ippool-reclaim`]: 'false',
    },
    [],
  ],
  [
    'one subnet for two NICs, said once',
    {
      [NETWORKS]: two,
      [`${K}/subnets`]: items(
        { interface: 'net1', ipv4: ['subnet-a'] },
        { interface: 'net2', ipv4: ['subnet-a'] },
      ),
    },
    ['error nic.sameSubnet'],
  ],
  [
    'subnet for a NIC',
    { [NETWORKS]: one, [`${K}/subnet`]: '{"interface":"net1","ipv4":["subnet-a"]}' },
    ['note reading.singularForm'],
  ],
  [
    'subnet, which without an interface is for eth0',
    { [NETWORKS]: one, [`${K}/subnet`]: '{"ipv4":["subnet-a"]}' },
    ['error nic.subnetRequired', 'error nic.notManaged', 'note reading.singularForm'],
  ],
  [
    'subnets and ippools, of which one wins',
    {
      [NETWORKS]: one,
      [`${K}/subnets`]: items({ interface: 'net1', ipv4: ['subnet-a'] }),
      [`${K}/ippools`]: items({ interface: 'net1', ipv4: ['gone'] }),
    },
    ['warning reading.shadowed'],
  ],
  [
    'networks as JSON with names of their own',
    {
      [NETWORKS]: items({
        name: 'macvlan',
        namespace: 'kube-system',
        interface: 'data',
        mac: '02:00:00:00:00:01',
      }),
      [`${K}/ippools`]: items({ interface: 'data', ipv4: ['pool-a'] }),
    },
    ['note reading.extraFields'],
  ],
  [
    'networks as pretty JSON',
    {
      [NETWORKS]: JSON.stringify([{ name: 'macvlan', namespace: 'kube-system' }], undefined, 4),
      [`${K}/ippools`]: items({ interface: 'net1', ipv4: ['pool-a'] }),
    },
    [],
  ],
  [
    'short networks with @ifname, which uses up a number',
    {
      [NETWORKS]: `${one}@data, kube-system/macvlan-b`,
      [`${K}/ippools`]: items(
        { interface: 'data', ipv4: ['pool-a'] },
        { interface: 'net2', ipv4: ['pool-b'] },
      ),
    },
    [],
  ],
  [
    'a bare name, which belongs to the namespace of the Pod',
    { [NETWORKS]: 'macvlan', [`${K}/ippools`]: items({ interface: 'net1', ipv4: ['pool-a'] }) },
    ['error nic.attachmentElsewhere'],
  ],
  [
    'a bare default network, which belongs to the namespace of Multus',
    {
      [DEFAULT_NETWORK]: 'macvlan-b',
      [NETWORKS]: one,
      [`${K}/ippools`]: items(
        { interface: 'eth0', ipv4: ['eth-a'] },
        { interface: 'net1', ipv4: ['pool-a'] },
      ),
    },
    ['warning nic.attachmentBare'],
  ],
  [
    'a bare default network that is not there',
    {
      [DEFAULT_NETWORK]: 'gone',
      [NETWORKS]: one,
      [`${K}/ippools`]: items(
        { interface: 'eth0', ipv4: ['eth-a'] },
        { interface: 'net1', ipv4: ['pool-a'] },
      ),
    },
    ['error nic.attachmentUnknown'],
  ],
  [
    'networks that Multus cannot read, and nothing that only follows from it',
    { [NETWORKS]: 'a/b/c', [`${K}/ippools`]: items({ interface: 'net1', ipv4: ['pool-a'] }) },
    ['error reading.badNetworks'],
  ],
  ['broken JSON', { [NETWORKS]: one, [`${K}/ippools`]: '[{"interface":' }, ['error reading.badJson']],
  ['JSON of another type', { [NETWORKS]: one, [`${K}/subnets`]: '{"ipv4":1}' }, ['error reading.badJson']],
  [
    'an empty list',
    { [NETWORKS]: one, [`${K}/ippools`]: '[]' },
    ['error nic.poolRequired', 'error reading.emptyList'],
  ],
  [
    'a number that is none',
    {
      [NETWORKS]: one,
      [`${K}/subnets`]: items({ interface: 'net1', ipv4: ['subnet-a'] }),
      [`${K}/ippool-ip-number`]: 'two',
    },
    ['error integer.range', 'note network.fixedTotal'],
  ],
  [
    'a boolean that is none',
    {
      [NETWORKS]: one,
      [`${K}/subnets`]: items({ interface: 'net1', ipv4: ['subnet-a'] }),
      [`${K}/ippool-reclaim`]: 'no',
    },
    ['error reading.badBoolean'],
  ],
  [
    'routes: one without a CIDR, one to nowhere',
    {
      [NETWORKS]: one,
      [`${K}/ippools`]: items({ interface: 'net1', ipv4: ['pool-a'] }),
      [`${K}/routes`]: items({ dst: '10.1.0.5', gw: '10.6.0.1' }, { dst: '10.2.0.0/16', gw: '10.99.0.1' }),
    },
    ['error route.destination', 'error route.unreachable'],
  ],
  [
    'a default route by way of a NIC that is not there',
    {
      [NETWORKS]: one,
      [`${K}/ippools`]: items({ interface: 'net1', ipv4: ['pool-a'] }),
      [`${K}/default-route-nic`]: 'net2',
    },
    ['error reading.unknownInterface'],
  ],
];

describe('annotations in every form', () => {
  it.each(forms)('%s', (_, annotations, found) => {
    for (const [apiVersion, kind] of [
      ['apps/v1', 'Deployment'],
      ['apps/v1', 'StatefulSet'],
      ['batch/v1', 'CronJob'],
    ] as const) {
      // How many addresses there are is no matter of forms.
      const codes = codesOf(workload(apiVersion, kind, { annotations })).filter(
        (code) => !code.includes('capacity.'),
      );
      expect(codes.toSorted(), kind).toEqual([...found].toSorted());
    }
  });
});
