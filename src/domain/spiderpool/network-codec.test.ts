import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkDraft, NicDraft } from '../workload/draft.ts';
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
  it.each(examples)('writes and reads %s', (_story, network, annotations) => {
    expect(fromNetworkDraft(network)).toEqual(annotations);
    expect(toNetworkDraft(annotations, 'default')).toEqual({ network, problems: [], unmanaged: [] });
  });

  const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,6}[a-z0-9])?$/);
  const attachment = fc
    .tuple(label, fc.oneof(label, fc.constantFrom('x.y', 'macvlan')))
    .map((parts) => parts.join('/'));
  const names = fc.uniqueArray(fc.oneof(label, fc.constant('pool-[a-z]*')), { maxLength: 3 });
  const flags = { cleanGateway: fc.boolean(), pools: fc.record({ ipv4: names, ipv6: names }) };
  const subnet = fc.oneof(fc.constant(''), label);

  function nicOf(source: NetworkDraft['source'], id: fc.Arbitrary<string>, custom: fc.Arbitrary<string>) {
    return fc
      .record({
        attachment: id,
        interfaceName: custom,
        subnets: fc.record({ ipv4: subnet, ipv6: subnet }),
        ...flags,
      })
      .map((row): NicDraft => ({
        ...emptyNic(),
        attachment: row.attachment,
        interfaceName: row.interfaceName,
        ...(source === 'fixed' ? { subnets: row.subnets } : {}),
        ...(source === 'pools'
          ? {
              pools: row.pools,
              cleanGateway: row.cleanGateway && row.pools.ipv4.length + row.pools.ipv6.length > 0,
            }
          : {}),
      }));
  }

  /** Drafts in normal form: nothing kept from another mode, something chosen in this one. */
  const normalDraft = fc
    .constantFrom('default' as const, 'pools' as const, 'fixed' as const)
    .chain((source) =>
      fc
        .record({
          eth0: nicOf(source, fc.oneof(fc.constant(''), attachment), fc.constant('')),
          nics: fc.array(nicOf(source, attachment, fc.constantFrom('', '', 'data', 'eth1')), {
            minLength: 1,
            maxLength: 8,
          }),
          elastic: fc.oneof(
            fc.constant({ enabled: false, count: '1', form: 'elastic' as const }),
            fc.record({
              enabled: fc.constant(true),
              count: fc.integer({ min: 1, max: 999 }).map(String),
              form: fc.constantFrom('elastic' as const, 'total' as const),
            }),
          ),
          keepPool: fc.boolean(),
          routes: fc.array(
            fc.record({ destination: fc.ipV4().map((ip) => `${ip}/24`), gateway: fc.ipV4() }),
            { maxLength: 3 },
          ),
          defaultRoute: fc.integer({ min: -2, max: 8 }),
        })
        .map(({ eth0, nics, elastic, keepPool, routes, defaultRoute }): NetworkDraft => {
          const seen = new Set<string>();
          const unique = nics.map((row) => {
            const interfaceName = seen.has(row.interfaceName) ? '' : row.interfaceName;
            seen.add(interfaceName);
            return { ...row, interfaceName };
          });
          const first = { ...eth0 };
          const flagged = [first, ...unique][defaultRoute];
          if (flagged) flagged.defaultRoute = true;
          const chosen = [first, ...unique].some(
            (row) =>
              row.subnets.ipv4 + row.subnets.ipv6 + row.pools.ipv4.join('') + row.pools.ipv6.join('') !== '',
          );
          const fixedMode = source === 'fixed' && chosen;
          return {
            ...newNetwork(),
            source: chosen ? source : 'default',
            ...(fixedMode ? { elastic, keepPool } : {}),
            eth0: first,
            nics: unique,
            routes,
          };
        }),
    );

  it('is an exact round trip for drafts in normal form', () => {
    fc.assert(
      fc.property(normalDraft, (network) => {
        const { network: read, problems } = toNetworkDraft(fromNetworkDraft(network), 'default');
        expect(read).toEqual(network);
        expect(problems.filter(({ code }) => code !== 'duplicateSubnet')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('writes one family of annotations, of the keys it owns, each on one line', () => {
    fc.assert(
      fc.property(normalDraft, (network) => {
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
      fc.property(normalDraft, normalDraft, (from, to) => {
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
