import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkDraft, NicDraft } from '../workload/draft.ts';
import { arbitraryNetwork } from '../workload/arbitrary/network.ts';
import { emptyNic, newNetwork } from '../workload/new-draft.ts';
import { ownedAnnotationKeys } from './annotations.ts';
import { toNetworkDraft } from './read-network.ts';
import { annotationChanges, fromNetworkDraft } from './write-network.ts';

const NETWORKS = 'k8s.v1.cni.cncf.io/networks';
const DEFAULT_NETWORK = 'v1.multus-cni.io/default-network';
const K = 'ipam.spidernet.io';

function nic(attachment: string, more: Partial<NicDraft> = {}): NicDraft {
  return { ...emptyNic(), attachment, ...more };
}

function draft(more: Partial<NetworkDraft>): NetworkDraft {
  return { ...newNetwork(), source: 'default', ...more };
}

const fixed = draft({
  source: 'fixed',
  elastic: { enabled: true, count: '2', form: 'elastic' },
  eth0: nic('kube-system/calico'),
  nics: [
    nic('kube-system/macvlan-ens192', { subnets: { ipv4: 'subnet-6', ipv6: '' } }),
    nic('kube-system/sriov-ens224', { subnets: { ipv4: 'subnet-7', ipv6: '' } }),
  ],
  routes: [{ destination: '192.168.50.0/24', gateway: '10.6.0.254' }],
});

const manual = draft({
  source: 'pools',
  nics: [
    nic('kube-system/macvlan-ens192', { pools: { ipv4: ['app-v4'], ipv6: ['app-v6'] } }),
    nic('kube-system/macvlan-ens224', {
      pools: { ipv4: ['shared-a', 'shared-b'], ipv6: [] },
      cleanGateway: true,
    }),
  ],
});

/** Each draft with the annotations of domain reference 11, and a few that it does not show. */
const examples: [story: string, network: NetworkDraft, annotations: Record<string, string>][] = [
  [
    'fixed pools on Calico and two underlay NICs',
    fixed,
    {
      [DEFAULT_NETWORK]: 'kube-system/calico',
      [NETWORKS]: 'kube-system/macvlan-ens192,kube-system/sriov-ens224',
      [`${K}/subnets`]: '[{"interface":"net1","ipv4":["subnet-6"]},{"interface":"net2","ipv4":["subnet-7"]}]',
      [`${K}/ippool-ip-number`]: '+2',
      [`${K}/routes`]: '[{"dst":"192.168.50.0/24","gw":"10.6.0.254"}]',
    },
  ],
  [
    'manual pools, dual stack, alternatives',
    manual,
    {
      [NETWORKS]: 'kube-system/macvlan-ens192,kube-system/macvlan-ens224',
      [`${K}/ippools`]:
        '[{"interface":"net1","ipv4":["app-v4"],"ipv6":["app-v6"]},{"interface":"net2","ipv4":["shared-a","shared-b"],"cleangateway":true}]',
    },
  ],
  [
    'underlay eth0 and net1, the default route on net1',
    draft({
      source: 'pools',
      eth0: nic('kube-system/macvlan-ens192', { pools: { ipv4: ['pool-192'], ipv6: [] } }),
      nics: [
        nic('kube-system/macvlan-ens224', { pools: { ipv4: ['pool-224'], ipv6: [] }, defaultRoute: true }),
      ],
    }),
    {
      [DEFAULT_NETWORK]: 'kube-system/macvlan-ens192',
      [NETWORKS]: 'kube-system/macvlan-ens224',
      [`${K}/ippools`]: '[{"interface":"eth0","ipv4":["pool-192"]},{"interface":"net1","ipv4":["pool-224"]}]',
      [`${K}/default-route-nic`]: 'net1',
    },
  ],
  [
    'default pools: the Multus annotations alone',
    draft({ nics: [nic('kube-system/macvlan-ens192')] }),
    { [NETWORKS]: 'kube-system/macvlan-ens192' },
  ],
  [
    'fixed pools that stay, elastic off',
    draft({
      source: 'fixed',
      elastic: { enabled: false, count: '1', form: 'elastic' },
      keepPool: true,
      nics: [nic('a/x', { subnets: { ipv4: 's4', ipv6: 's6' } })],
    }),
    {
      [NETWORKS]: 'a/x',
      [`${K}/subnets`]: '[{"interface":"net1","ipv4":["s4"],"ipv6":["s6"]}]',
      [`${K}/ippool-ip-number`]: '+0',
      [`${K}/ippool-reclaim`]: 'false',
    },
  ],
  [
    'a fixed total',
    draft({
      source: 'fixed',
      elastic: { enabled: true, count: '5', form: 'total' },
      eth0: nic('', { subnets: { ipv4: 's', ipv6: '' } }),
    }),
    { [`${K}/subnets`]: '[{"interface":"eth0","ipv4":["s"]}]', [`${K}/ippool-ip-number`]: '5' },
  ],
  [
    'names with a dot need JSON, a custom interface keeps its name',
    draft({
      source: 'pools',
      nics: [nic('a/x.y'), nic('a/z', { interfaceName: 'data', pools: { ipv4: ['p-*'], ipv6: [] } })],
    }),
    {
      [NETWORKS]: '[{"name":"x.y","namespace":"a"},{"name":"z","namespace":"a","interface":"data"}]',
      [`${K}/ippools`]: '[{"interface":"data","ipv4":["p-*"]}]',
    },
  ],
  ['nothing at all', newNetwork(), {}],
];

describe('fromNetworkDraft and toNetworkDraft', () => {
  it.each(['pools', 'default'] as const)('writes nothing of a fixed pool in the mode %s (S7)', (source) => {
    const keys = Object.keys(fromNetworkDraft({ ...fixed, keepPool: true, source }));
    expect(keys.filter((key) => /subnet|ippool-/.test(key))).toEqual([]);
  });

  it.each(examples)('writes and reads %s', (_story, network, annotations) => {
    expect(fromNetworkDraft(network)).toEqual(annotations);
    expect(toNetworkDraft(annotations, 'default')).toEqual({ network, problems: [], unmanaged: [] });
  });

  it('is an exact round trip for drafts in normal form', () => {
    fc.assert(
      fc.property(arbitraryNetwork(8), (network) => {
        const { network: read, unmanaged } = toNetworkDraft(fromNetworkDraft(network), 'default');
        expect(read).toEqual({ ...network, deviceResources: [] });
        expect(unmanaged).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('writes one family of annotations, of the keys it owns, each on one line', () => {
    fc.assert(
      fc.property(arbitraryNetwork(8), (network) => {
        const written = fromNetworkDraft(network);
        expect(ownedAnnotationKeys).toEqual(expect.arrayContaining(Object.keys(written)));
        expect(`${K}/subnets` in written && `${K}/ippools` in written).toBe(false);
        expect(`${K}/subnets` in written).toBe(`${K}/ippool-ip-number` in written);
        expect(Object.values(written).join('')).not.toContain('\n');
        expect(Object.keys(written)).not.toContain(`${K}/subnet`);
        expect(Object.keys(written)).not.toContain(`${K}/ippool`);
      }),
    );
  });

  it('changes annotations of any draft into those of any other', () => {
    fc.assert(
      fc.property(arbitraryNetwork(), arbitraryNetwork(), (from, to) => {
        const annotations = { ...fromNetworkDraft(from), 'example.com/owner': 'ops' };
        const changed = new Map(Object.entries(annotations));
        for (const [key, value] of Object.entries(annotationChanges(annotations, to, 'default'))) {
          if (value === null) changed.delete(key);
          else changed.set(key, value);
        }
        expect(Object.fromEntries(changed)).toEqual({ ...fromNetworkDraft(to), 'example.com/owner': 'ops' });
        expect(annotationChanges(Object.fromEntries(changed), to, 'default')).toEqual({});
      }),
    );
  });
});

describe('drafts that are not finished', () => {
  it('writes nothing of a mode in which nothing is chosen', () => {
    for (const source of ['fixed', 'pools', 'default'] as const) {
      expect(fromNetworkDraft(draft({ source, nics: [nic('a/x')], keepPool: true }))).toEqual({
        [NETWORKS]: 'a/x',
      });
    }
  });

  it('writes what was typed, right or wrong', () => {
    const typed = { ...fixed, elastic: { enabled: true, count: 'two', form: 'elastic' as const } };
    expect(fromNetworkDraft(typed)[`${K}/ippool-ip-number`]).toBe('+two');
    const half = draft({
      routes: [
        { destination: '10.0.0.0', gateway: '' },
        { destination: '', gateway: '' },
      ],
    });
    expect(fromNetworkDraft(half)).toEqual({ [`${K}/routes`]: '[{"dst":"10.0.0.0","gw":""}]' });
  });

  it('leaves out a NIC without an attachment and writes no "+" alone', () => {
    const typed = {
      ...fixed,
      nics: [...fixed.nics, nic('')],
      elastic: { enabled: true, count: '', form: 'elastic' as const },
    };
    expect(fromNetworkDraft(typed)).toMatchObject({
      [NETWORKS]: 'kube-system/macvlan-ens192,kube-system/sriov-ens224',
      [`${K}/ippool-ip-number`]: '+0',
    });
  });
});
