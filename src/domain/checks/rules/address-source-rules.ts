import { macvlan, testNamespace, testNode, testPool, testView } from '../../test-cluster.ts';
import { at, byDefault, fixed, manual, network, p1, s1, unreadable, view } from './nic-changes.ts';
import { nicOn, pools, type RuleTable } from './rule-table.ts';

function namespaceWith(defaults: string) {
  const annotations = { 'ipam.spidernet.io/default-ipv4-ippool': defaults };
  return testView({ pools: [testPool('p-1')], namespaces: [testNamespace('default', { annotations })] });
}

function injecting() {
  const annotations = { 'cni.spidernet.io/network-resource-inject': 'x' };
  return testView({ namespaces: [testNamespace('default', { annotations })] });
}

const rdmaNic = nicOn('macvlan', pools(['p-1']));
/** The same cluster, where attachment macvlan has RDMA devices behind it and a node has some. */
const withRdma = {
  ...view,
  attachments: { state: 'known', value: [{ ...macvlan, rdmaResourceName: 'spidernet.io/rdma' }] },
  nodes: {
    state: 'known',
    value: [testNode('worker1', { allocatable: { 'spidernet.io/rdma': '100' } })],
  },
} as const;

export const addressSourceRules = {
  'network.subnetsOff': {
    severity: 'error',
    fires: [
      { ...fixed(s1), ...at('source'), view: testView({ settings: { enableSpiderSubnet: false } }) },
      {
        ...fixed(s1),
        ...at('source'),
        view: { ...view, settings: { ...view.settings, enableSpiderSubnet: false } },
      },
    ],
    silent: [
      { ...fixed(s1), view: testView({ settings: { enableSpiderSubnet: false, source: 'assumed' } }) },
      { ...manual(p1), view: testView({ settings: { enableSpiderSubnet: false } }) },
      { change: () => undefined, view: testView({ settings: { enableSpiderSubnet: false } }) },
    ],
  },
  'network.autoPoolOff': {
    severity: 'error',
    fires: [
      { ...fixed(s1), ...at('source'), view: testView({ settings: { enableAutoPool: false } }) },
      {
        ...fixed(s1),
        ...at('source'),
        view: { ...view, settings: { ...view.settings, enableAutoPool: false } },
      },
    ],
    silent: [fixed(s1)],
  },
  'network.fixedTotal': {
    severity: 'note',
    fires: [
      {
        ...at('elastic.count'),
        change: network('fixed', [s1], { elastic: { enabled: true, count: '5', form: 'total' } }),
      },
    ],
    silent: [fixed(s1)],
  },
  'network.namespacePools': {
    severity: 'warning',
    fires: [{ ...byDefault(p1), ...at('source'), view: namespaceWith('["p-1"]') }],
    silent: [
      { ...byDefault(nicOn('dhcp')), view: { ...namespaceWith('["p-1"]'), attachments: view.attachments } },
      { ...manual(p1), view: namespaceWith('["p-1"]') },
      { ...byDefault(p1), view: namespaceWith('[]') },
    ],
  },
  'network.namespacePoolsBroken': {
    severity: 'error',
    fires: [{ ...byDefault(p1), ...at('source'), view: namespaceWith('p-1') }],
    silent: [{ ...byDefault(p1), view: namespaceWith('["p-1"]') }],
  },
  'network.namespaceInjects': {
    severity: 'warning',
    fires: [{ ...manual(p1), ...at('source'), view: injecting() }],
    silent: [{ change: () => undefined, view: injecting() }, manual(p1)],
  },
  'nic.noDefaultPool': {
    severity: 'error',
    fires: [
      { ...byDefault(nicOn('macvlan')), ...at('nics.0.attachment') },
      {
        ...byDefault(),
        ...at('eth0.attachment'),
        view: testView({ settings: { clusterNetwork: 'kube-system/macvlan' } }),
        params: { nic: 'eth0', attachment: 'kube-system/macvlan' },
      },
    ],
    silent: [
      { ...byDefault(nicOn('macvlan')), view: namespaceWith('p-1') },
      byDefault(nicOn('with-default')),
      byDefault(nicOn('dhcp')),
      { ...byDefault(nicOn('macvlan')), view: testView({ pools: [testPool('d', { default: true })] }) },
    ],
  },
  'nic.clusterDefaultPool': {
    severity: 'warning',
    fires: [
      {
        ...byDefault(nicOn('macvlan')),
        ...at('nics.0.attachment'),
        view: testView({ pools: [testPool('d', { default: true })] }),
      },
    ],
    silent: [byDefault(nicOn('with-default'))],
  },
  'nic.defaultPoolUnknown': {
    severity: 'error',
    fires: [{ ...byDefault(nicOn('gone-default')), ...at('nics.0.attachment') }],
    silent: [byDefault(nicOn('with-default'))],
  },
  'nic.sameDefaultPool': {
    severity: 'warning',
    fires: [{ ...byDefault(nicOn('with-default'), nicOn('same-default')), ...at('nics.1.attachment') }],
    silent: [
      byDefault(nicOn('with-default'), nicOn('dhcp')),
      manual(nicOn('with-default'), nicOn('same-default')),
    ],
  },
  'devices.rdmaMissing': {
    severity: 'warning',
    fires: [
      {
        ...manual(rdmaNic),
        ...at('deviceResources'),
        view: withRdma,
        params: { name: 'spidernet.io/rdma', count: '1', asked: 0 },
      },
      { ...manual(rdmaNic, rdmaNic), ...at('deviceResources'), view: withRdma, params: { count: '1' } },
    ],
    silent: [
      manual(rdmaNic),
      { ...manual(rdmaNic), view: { ...withRdma, attachments: { state: 'forbidden' } } },
      {
        change: network('pools', [rdmaNic, rdmaNic], {
          deviceResources: [{ name: 'spidernet.io/rdma', count: '1' }],
        }),
        view: withRdma,
      },
    ],
  },
  'devices.missing': {
    severity: 'error',
    fires: [
      { ...manual(nicOn('sriov')), ...at('deviceResources') },
      {
        ...at('deviceResources'),
        change: network('pools', [nicOn('sriov')], { deviceResources: [{ name: 'other.io/x', count: '5' }] }),
        view,
      },
      {
        ...at('deviceResources'),
        change: network('pools', [nicOn('sriov'), nicOn('sriov')], {
          deviceResources: [{ name: 'spidernet.io/sriov', count: '1' }],
        }),
        view,
      },
    ],
    silent: [
      manual(p1),
      { ...manual(nicOn('sriov')), view: unreadable },
      {
        change: network('pools', [nicOn('sriov'), nicOn('sriov')], {
          deviceResources: [{ name: 'spidernet.io/sriov', count: '2' }],
        }),
        view,
      },
    ],
  },
} satisfies RuleTable;
