import { spiderpoolIpam, testAttachment, testNode, testPool, testSubnet } from '../../test-cluster.ts';
import { at, byDefault, fixed, manual, network, p1, s1, unreadable, view } from './nic-changes.ts';
import { nicOn, pools, type RuleTable, subnets } from './rule-table.ts';

/** The usual cluster with more pools, in which worker1 is in zone a. */
function withPools(...more: ReturnType<typeof testPool>[]) {
  return {
    ...view,
    pools: { state: 'known', value: [testPool('p-1'), testPool('p-2'), ...more] },
    nodes: {
      state: 'known',
      value: [
        testNode('worker1', { labels: { zone: 'a', 'kubernetes.io/hostname': 'worker1' } }),
        testNode('worker2', { labels: { zone: 'b', 'kubernetes.io/hostname': 'worker2' } }),
      ],
    },
  } as const;
}

const odd = withPools(
  testPool('off', { disable: true }),
  testPool('off-too', { disable: true }),
  testPool('team', { namespaceName: ['team-a'] }),
  testPool('zone-a', { nodeAffinity: { matchLabels: { zone: 'a' } } }),
  testPool('zone-b', { nodeAffinity: { matchLabels: { zone: 'b' } } }),
  testPool('bound', { multusName: ['kube-system/other'] }),
  testPool('labelled', { namespaceAffinity: { matchLabels: { team: 'a' } } }),
  testPool('used-up', { ips: ['10.6.0.1'] }, { allocatedIPs: '{"10.6.0.1":{"pod":"default/a"}}' }),
  testPool('elsewhere', { subnet: '10.9.0.0/16', ips: ['10.9.0.1'] }),
  testPool('tagged', { vlan: 100 }),
);

/** A NIC of `macvlan` with pools chosen by name, in the cluster of odd pools. */
const chosen = (...names: string[]) => ({ ...manual(nicOn('macvlan', pools(names))), view: odd });

const named = (pool: string, more = {}) =>
  testAttachment('named', {
    plugins: [{ type: 'macvlan', ipam: { ...spiderpoolIpam, default_ipv4_ippool: [pool], ...more } }],
  });

/** A NIC whose attachment names a default pool, in the cluster of odd pools. */
const drawing = (pool: string) => ({
  ...byDefault(nicOn('named')),
  view: { ...odd, attachments: { state: 'known', value: [named(pool)] } } as const,
});

/** Pools of one node each, by turns. */
function racks() {
  const pool = (_: unknown, index: number) =>
    testPool(`rack-${index}`, { nodeName: [`worker${1 + (index % 2)}`] });
  return withPools(...Array.from({ length: 300 }, pool));
}

export const eligibilityRules = {
  'nic.poolRefused': {
    severity: 'error',
    fires: [
      {
        ...chosen('off'),
        ...at('nics.0.pools.ipv4'),
        params: { nic: 'net1', name: 'off', reason: 'pool.disabled' },
      },
      {
        ...chosen('off', 'team'),
        ...at('nics.0.pools.ipv4'),
        params: { name: 'team', namespaces: 'team-a' },
      },
      // Before the attachment is chosen.
      {
        ...at('nics.0.pools.ipv4'),
        change: network('pools', [nicOn('', { attachment: '', ...pools(['team']) })]),
        view: odd,
        params: { name: 'team', reason: 'pool.namespaceName' },
      },
      { ...chosen('off*'), ...at('nics.0.pools.ipv4'), params: { name: 'off*', reason: 'pool.disabled' } },
      { ...chosen('bound'), ...at('nics.0.pools.ipv4'), params: { reason: 'pool.otherAttachment' } },
      { ...chosen('labelled'), ...at('nics.0.pools.ipv4'), params: { selector: 'team=a' } },
      { ...drawing('off'), ...at('nics.0.attachment'), params: { name: 'off', reason: 'pool.disabled' } },
    ],
    silent: [chosen('p-1'), chosen('p-1', 'off'), chosen('used-up'), chosen('zone-a'), drawing('p-1')],
  },
  'nic.poolIdle': {
    severity: 'warning',
    fires: [
      { ...chosen('p-1', 'off'), ...at('nics.0.pools.ipv4'), params: { name: 'off' } },
      {
        ...byDefault(nicOn('named')),
        ...at('nics.0.attachment'),
        view: withIdleDefault(),
        params: { name: 'off' },
      },
    ],
    silent: [chosen('p-1', 'p-2'), chosen('off'), chosen('p-1', 'used-up')],
  },
  'nic.poolUnsure': {
    severity: 'warning',
    fires: [
      {
        ...chosen('labelled'),
        ...at('nics.0.pools.ipv4'),
        view: { ...odd, namespaces: { state: 'forbidden' } },
        params: { reason: 'pool.namespaceUnknown' },
      },
      {
        ...chosen('zone-a'),
        ...at('nics.0.pools.ipv4'),
        view: { ...odd, nodes: { state: 'forbidden' } },
        params: { reason: 'pool.nodesUnknown' },
      },
    ],
    silent: [
      chosen('p-1'),
      { ...chosen('p-1', 'labelled'), view: { ...odd, namespaces: { state: 'forbidden' } } },
    ],
  },
  'nic.poolOnSomeNodes': {
    severity: 'note',
    fires: [
      {
        ...chosen('p-1', 'zone-a'),
        ...at('nics.0.pools.ipv4'),
        params: { name: 'zone-a', nodes: 'worker1' },
      },
    ],
    silent: [chosen('p-1'), chosen('zone-a'), chosen('zone-a', 'zone-b')],
  },
  'nic.poolsOnSomeNodes': {
    severity: 'note',
    fires: [
      {
        ...chosen('zone-a', 'zone-b'),
        ...at('nics.0.pools.ipv4'),
        params: { count: 2, names: 'zone-a, zone-b' },
      },
      {
        ...chosen('rack-*'),
        ...at('nics.0.pools.ipv4'),
        view: racks(),
        params: { count: 300, names: 'rack-0, rack-1, rack-2, rack-3, rack-4 … (300)' },
      },
    ],
    silent: [chosen('p-1', 'zone-a'), chosen('zone-a')],
  },
  'nic.nodesUnserved': {
    severity: 'warning',
    fires: [
      {
        ...chosen('zone-a'),
        ...at('nics.0.pools.ipv4'),
        params: { nodes: 'worker2', served: 'worker1', family: 'IPv4' },
      },
      { ...drawing('zone-b'), ...at('nics.0.attachment'), params: { nodes: 'worker1' } },
    ],
    silent: [
      chosen('zone-a', 'zone-b'),
      chosen('zone-a', 'p-1'),
      {
        ...chosen('zone-a'),
        change: (draft) => {
          chosen('zone-a').change(draft);
          draft.scheduling.nodeSelector = [{ key: 'zone', value: 'a' }];
        },
      },
    ],
  },
  'nic.poolOrder': {
    severity: 'note',
    fires: [{ ...chosen('p-1', 'p-2'), ...at('nics.0.pools.ipv4') }],
    silent: [chosen('p-1'), fixed(nicOn('macvlan', { ...pools(['p-1', 'p-2']), ...subnets('s-1') }))],
  },
  'nic.patternPartly': {
    severity: 'note',
    fires: [
      { ...chosen('*o*e*'), ...at('nics.0.pools.ipv4'), view: partly(), params: { count: 1, total: 2 } },
    ],
    silent: [chosen('p-*'), chosen('off*')],
  },
  'nic.patternEmpty': {
    severity: 'warning',
    fires: [{ ...chosen('none-*'), ...at('nics.0.pools.ipv4') }],
    silent: [chosen('p-*'), { ...chosen('none-*'), view: unreadable }],
  },
  'nic.noCandidate': {
    severity: 'error',
    fires: [
      { ...chosen('none-*'), ...at('nics.0.pools.ipv4') },
      { ...drawing('none-*'), ...at('nics.0.attachment') },
      { ...drawing('p-1'), ...at('nics.0.attachment'), view: withoutIPv4('p-1') },
    ],
    silent: [chosen('none-*', 'p-1'), drawing('p-1'), manual(nicOn('macvlan')), byDefault(nicOn('macvlan'))],
  },
  'nic.subnetTerminating': {
    severity: 'error',
    fires: [{ ...fixed(s1), ...at('nics.0.subnets.ipv4'), view: endingSubnet() }],
    silent: [fixed(s1), { ...manual(p1), view: endingSubnet() }],
  },
  'nic.otherNetwork': {
    severity: 'warning',
    fires: [
      {
        ...manual(nicOn('with-default', pools(['elsewhere']))),
        ...at('nics.0.pools.ipv4'),
        view: odd,
        params: { cidr: '10.9.0.0/16', network: '10.6.0.0/16' },
      },
      { ...fixed(nicOn('with-default', subnets('s-1'))), ...at('nics.0.subnets.ipv4') },
    ],
    silent: [manual(nicOn('with-default', pools(['p-1']))), chosen('elsewhere'), fixed(s1)],
  },
  'nic.otherVlan': {
    severity: 'warning',
    fires: [{ ...chosen('tagged'), ...at('nics.0.pools.ipv4'), params: { vlan: 100, attached: 0 } }],
    silent: [chosen('p-1'), { ...chosen('tagged'), view: { ...odd, attachments: { state: 'forbidden' } } }],
  },
  'nic.defaultPoolRepeated': {
    severity: 'error',
    fires: [
      {
        ...byDefault(nicOn('named')),
        ...at('nics.0.attachment'),
        view: {
          ...view,
          attachments: { state: 'known', value: [named('p-1', { default_ipv4_ippool: ['p-1', 'p-*'] })] },
        },
      },
    ],
    silent: [drawing('p-1')],
  },
  'nic.poolUnverified': {
    severity: 'warning',
    fires: [{ ...manual(p1), ...at('nics.0.pools.ipv4'), view: unreadable, params: { names: 'p-1' } }],
    silent: [manual(p1), { ...manual(p1), view: { ...view, pools: { state: 'loading' } } }],
  },
  'nic.subnetUnverified': {
    severity: 'warning',
    fires: [{ ...fixed(s1), ...at('nics.0.subnets.ipv4'), view: unreadable }],
    silent: [fixed(s1), { ...manual(p1), view: unreadable }],
  },
} satisfies RuleTable;

/** The attachment's default pools are p-1 and one that is disabled. */
function withIdleDefault() {
  const attachment = named('', { default_ipv4_ippool: ['p-1', 'off'] });
  return { ...odd, attachments: { state: 'known', value: [attachment] } } as const;
}

/** Two pools for one pattern, one of them disabled. */
function partly() {
  return withPools(testPool('one'), testPool('other', { disable: true }));
}

function withoutIPv4(pool: string) {
  return {
    ...odd,
    attachments: { state: 'known', value: [named(pool)] },
    settings: { ...view.settings, enableIPv4: false },
  } as const;
}

function endingSubnet() {
  const subnet = testSubnet('s-1', {}, { deletionTimestamp: '2026-01-01T00:00:00Z' });
  return { ...view, subnets: { state: 'known', value: [subnet, testSubnet('s-2')] } } as const;
}
