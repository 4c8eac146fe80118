import { describe, expect, it } from 'vitest';
import type { NetworkDraft } from '../workload/draft.ts';
import { toNetworkDraft } from './read-network.ts';
import { annotationChanges } from './write-network.ts';

const NETWORKS = 'k8s.v1.cni.cncf.io/networks';
const DEFAULT_NETWORK = 'v1.multus-cni.io/default-network';
const K = 'ipam.spidernet.io';

const read = (annotations: Record<string, string>) => toNetworkDraft(annotations, 'default');
const changes = (annotations: Record<string, string>, network: NetworkDraft) =>
  annotationChanges(annotations, network, 'default');

/** Forms that people and other programs write: what the form shows of them, and what it cannot. */
const forms: [
  story: string,
  annotations: Record<string, string>,
  shown: object,
  codes: string[],
  unmanaged: string[],
][] = [
  [
    'ippool of the documentation, eth0 alone',
    { [`${K}/ippool`]: '{"ipv4": ["testingippool"]}' },
    { source: 'pools', eth0: { pools: { ipv4: ['testingippool'] } }, nics: [] },
    ['singularForm'],
    [],
  ],
  [
    'ippool with an added NIC: eth0 is taken for an overlay',
    { [NETWORKS]: 'kube-system/vlan6', [`${K}/ippool`]: '{"interface":"net1","ipv4":["ippool01"]}' },
    { eth0: { pools: { ipv4: [] } }, nics: [{ pools: { ipv4: ['ippool01'] }, cleanGateway: false }] },
    ['singularForm', 'interfaceIgnored'],
    [],
  ],
  [
    'subnet with a fixed total',
    {
      [NETWORKS]: 'a/x',
      [`${K}/subnet`]: '{"interface":"net1","ipv4":["subnet124"]}',
      [`${K}/ippool-ip-number`]: '1',
    },
    {
      source: 'fixed',
      elastic: { form: 'total', count: '1', enabled: true },
      nics: [{ subnets: { ipv4: 'subnet124' } }],
    },
    ['singularForm'],
    [],
  ],
  [
    'unnamed items: the first is eth0',
    { [NETWORKS]: 'a/x,a/y', [`${K}/ippools`]: '[{"ipv4":["p0"]},{"ipv4":["p1"]},{"ipv6":["p2"]}]' },
    { eth0: { pools: { ipv4: ['p0'] } }, nics: [{ pools: { ipv4: ['p1'] } }, { pools: { ipv6: ['p2'] } }] },
    ['unnamedItems'],
    [],
  ],
  [
    'more unnamed items than NICs',
    { [`${K}/ippools`]: '[{"ipv4":["p0"]},{"ipv4":["p1"]}]' },
    { eth0: { pools: { ipv4: ['p0'] } } },
    ['unnamedItems', 'unknownInterface'],
    [`${K}/ippools`],
  ],
  [
    'a pool for a NIC that is not there',
    {
      [NETWORKS]: 'a/x',
      [`${K}/ippools`]: '[{"interface":"net1","ipv4":["p"]},{"interface":"net3","ipv4":["q"]}]',
    },
    { nics: [{ pools: { ipv4: ['p'] } }] },
    ['unknownInterface'],
    [`${K}/ippools`],
  ],
  [
    'a custom interface name is what the items say',
    {
      [NETWORKS]: 'a/x@data,b',
      [`${K}/ippools`]: '[{"interface":"data","ipv4":["p"]},{"interface":"net2","ipv4":["q"]}]',
    },
    {
      nics: [
        { attachment: 'a/x', interfaceName: 'data', pools: { ipv4: ['p'] } },
        { attachment: 'default/b', interfaceName: '', pools: { ipv4: ['q'] } },
      ],
    },
    [],
    [],
  ],
  [
    'networks with a MAC address',
    { [NETWORKS]: '[{"name":"x","namespace":"a","mac":"02:00:00:00:00:01"}]' },
    { nics: [{ attachment: 'a/x' }] },
    ['extraFields'],
    [NETWORKS],
  ],
  [
    'networks that Multus refuses',
    { [NETWORKS]: 'a/b/c', [`${K}/ippools`]: '[{"interface":"net1","ipv4":["p"]}]' },
    { source: 'pools', nics: [] },
    ['badNetworks', 'unknownInterface'],
    [NETWORKS, `${K}/ippools`],
  ],
  [
    'broken JSON',
    { [NETWORKS]: 'a/x', [`${K}/subnets`]: '[{"interface":', [`${K}/routes`]: 'none' },
    { source: 'fixed', nics: [{ subnets: { ipv4: '' } }], routes: [] },
    ['badJson', 'badJson'],
    [`${K}/subnets`, `${K}/routes`],
  ],
  [
    'a default route through a NIC that is not there',
    { [NETWORKS]: 'a/x', [`${K}/default-route-nic`]: 'net2' },
    { eth0: { defaultRoute: false }, nics: [{ defaultRoute: false }] },
    ['unknownInterface'],
    [`${K}/default-route-nic`],
  ],
  [
    'both families at once: subnets win',
    {
      [`${K}/subnets`]: '[{"interface":"eth0","ipv4":["s"]}]',
      [`${K}/ippools`]: '[{"interface":"eth0","ipv4":["p"]}]',
    },
    { source: 'fixed', eth0: { subnets: { ipv4: 's' }, pools: { ipv4: [] } } },
    ['shadowed'],
    [`${K}/ippools`],
  ],
  [
    'a number that is none, and two subnets where one counts',
    { [`${K}/subnets`]: '[{"interface":"eth0","ipv4":["s","t"]}]', [`${K}/ippool-ip-number`]: '1+2+3' },
    { eth0: { subnets: { ipv4: 's' } }, elastic: { enabled: true, count: '1+2+3', form: 'total' } },
    ['extraSubnet', 'badNumber'],
    [`${K}/subnets`],
  ],
  [
    'no number at all: what happens depends on the release',
    { [`${K}/subnets`]: '[{"interface":"eth0","ipv4":["s"]}]' },
    { elastic: { enabled: false } },
    [],
    [],
  ],
];

describe('annotations in other forms', () => {
  it.each(forms)('%s', (_story, annotations, shown, codes, unmanaged) => {
    const { network, problems, unmanaged: keys } = read(annotations);
    expect(network).toMatchObject(shown);
    expect(problems.map(({ code }) => code).sort()).toEqual(codes.toSorted());
    expect(keys.toSorted()).toEqual(unmanaged.toSorted());
  });

  it.each([`${K}/subnets`, `${K}/subnet`])('names %s as the one that has an unknown interface', (key) => {
    const item = '{"interface":"net5","ipv4":["s"]}';
    const { unmanaged } = read({ [key]: key.endsWith('s') ? `[${item}]` : item });
    expect(unmanaged).toEqual([key]);
  });

  it.each(forms)('stays untouched while the draft says the same: %s', (_story, annotations) => {
    const { network } = read(annotations);
    expect(changes(annotations, network)).toEqual({});
    expect(changes(annotations, { ...network, deviceResources: [{ name: 'r', count: '1' }] })).toEqual({});
  });
});

describe('annotationChanges', () => {
  const legacy = {
    [NETWORKS]: '[{"name":"x","namespace":"a","mac":"02:00:00:00:00:01"},{"name":"y","namespace":"a"}]',
    [`${K}/ippool`]: '{"ipv4":["p"]}',
    [`${K}/routes`]: '[ {"dst":"10.0.0.0/8","gw":"10.6.0.1"} ]',
  };

  it('rewrites one concern and leaves the text of the others', () => {
    const { network } = read(legacy);
    const routes = [...network.routes, { destination: '10.1.0.0/16', gateway: '10.6.0.1' }];
    expect(changes(legacy, { ...network, routes })).toEqual({
      [`${K}/routes`]: '[{"dst":"10.0.0.0/8","gw":"10.6.0.1"},{"dst":"10.1.0.0/16","gw":"10.6.0.1"}]',
    });
  });

  it('keeps the MAC address with its NIC when the rows move, and renames the interfaces', () => {
    const { network } = read(legacy);
    const nics = network.nics.toReversed();
    expect(changes(legacy, { ...network, nics })[NETWORKS]).toBe(
      '[{"name":"y","namespace":"a"},{"name":"x","namespace":"a","mac":"02:00:00:00:00:01"}]',
    );
  });

  it('writes the short form once the NIC with more fields is gone', () => {
    const { network } = read(legacy);
    expect(changes(legacy, { ...network, nics: network.nics.slice(1) })).toEqual({
      [NETWORKS]: 'a/y',
      [`${K}/ippool`]: null,
      [`${K}/ippools`]: '[{"interface":"net1","ipv4":["p"]}]',
    });
  });

  it('strips every other form when the mode changes (R1)', () => {
    const mixed = {
      [NETWORKS]: 'a/x',
      [`${K}/subnet`]: '{"interface":"net1","ipv4":["s"]}',
      [`${K}/ippool-ip-number`]: '+1',
      [`${K}/ippool-reclaim`]: 'false',
      [`${K}/ippool`]: '{"ipv4":["old"]}',
    };
    const { network } = read(mixed);
    expect(changes(mixed, { ...network, source: 'default' })).toEqual({
      [`${K}/subnet`]: null,
      [`${K}/ippool-ip-number`]: null,
      [`${K}/ippool-reclaim`]: null,
      [`${K}/ippool`]: null,
    });
    const [nic] = network.nics;
    expect(
      changes(mixed, {
        ...network,
        source: 'pools',
        nics: nic ? [{ ...nic, pools: { ipv4: ['p'], ipv6: [] } }] : [],
      }),
    ).toEqual({
      [`${K}/subnet`]: null,
      [`${K}/ippool-ip-number`]: null,
      [`${K}/ippool-reclaim`]: null,
      [`${K}/ippool`]: null,
      [`${K}/ippools`]: '[{"interface":"net1","ipv4":["p"]}]',
    });
  });

  it('names the namespace of a bare network when the Pod moves to another', () => {
    const annotations = { [NETWORKS]: 'macvlan' };
    const { network } = toNetworkDraft(annotations, 'default');
    expect(annotationChanges(annotations, network, 'default')).toEqual({});
    expect(annotationChanges(annotations, network, 'prod')).toEqual({ [NETWORKS]: 'default/macvlan' });
  });

  it('keeps the fields of the default network', () => {
    const annotations = { [DEFAULT_NETWORK]: '[{"name":"m","namespace":"a","mac":"02:00:00:00:00:01"}]' };
    const { network } = read(annotations);
    expect(changes(annotations, network)).toEqual({});
    expect(changes(annotations, { ...network, eth0: { ...network.eth0, attachment: 'a/n' } })).toEqual({
      [DEFAULT_NETWORK]: 'a/n',
    });
    expect(changes(annotations, { ...network, eth0: { ...network.eth0, attachment: '' } })).toEqual({
      [DEFAULT_NETWORK]: null,
    });
  });
});
