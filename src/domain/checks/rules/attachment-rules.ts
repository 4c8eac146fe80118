import { calico, macvlan, spiderpoolIpam, testAttachment, testView } from '../../test-cluster.ts';
import { at, byDefault, manual, network, p1, unreadable, view } from './nic-changes.ts';
import { nicOn, type RuleTable } from './rule-table.ts';

const attachments = [
  macvlan,
  calico,
  testAttachment('bridge', { type: 'bridge', ipam: { type: 'host-local' } }),
  testAttachment('no-device', { type: 'sriov', ipam: spiderpoolIpam }),
  testAttachment('underlay', {
    plugins: [
      { type: 'macvlan', ipam: spiderpoolIpam },
      { type: 'coordinator', mode: 'underlay' },
    ],
  }),
  testAttachment('steering', {
    plugins: [
      { type: 'macvlan', ipam: spiderpoolIpam },
      { type: 'coordinator', podDefaultRouteNic: 'net2' },
    ],
  }),
];
const odd = testView({ attachments });
const notReady = { name: 'default', phase: 'NotReady', reason: 'no kubeadm-config' };
const withoutMultus = {
  ...testView({ settings: { source: 'none' } }),
  attachments: { state: 'absent' },
} as const;
const on = (name: string) => ({ ...manual(nicOn(name)), view: odd });

export const attachmentRules = {
  'network.noMultus': {
    severity: 'error',
    fires: [{ ...manual(p1), ...at('nics'), view: withoutMultus }],
    silent: [
      { change: () => undefined, view: withoutMultus },
      { ...manual(p1), view: unreadable },
    ],
  },
  'nic.needsSpiderpool': {
    severity: 'error',
    fires: [{ ...manual(p1), ...at('nics.0.attachment'), view: testView({ settings: { source: 'none' } }) }],
    silent: [manual(p1), { ...on('bridge'), view: testView({ attachments, settings: { source: 'none' } }) }],
  },
  'nic.attachmentElsewhere': {
    severity: 'error',
    fires: [
      {
        ...manual({ ...p1, attachment: 'default/macvlan' }),
        ...at('nics.0.attachment'),
        params: { ids: 'kube-system/macvlan' },
      },
    ],
    silent: [manual(p1), manual(nicOn('none')), { ...manual(nicOn('none')), view: unreadable }],
  },
  'nic.attachmentUnverified': {
    severity: 'warning',
    fires: [
      {
        ...manual(p1),
        ...at('nics.0.attachment'),
        view: unreadable,
        params: { name: 'kube-system/macvlan' },
      },
    ],
    silent: [manual(p1), { ...manual({ ...p1, attachment: '' }), view: unreadable }],
  },
  'nic.attachmentType': {
    severity: 'note',
    fires: [{ ...on('bridge'), ...at('nics.0.attachment'), params: { cniType: 'bridge' } }],
    silent: [on('macvlan'), { change: network('pools', [], { eth0: nicOn('calico') }), view: odd }],
  },
  'nic.attachmentNoDevice': {
    severity: 'error',
    fires: [{ ...on('no-device'), ...at('nics.0.attachment') }],
    silent: [manual(nicOn('sriov')), on('macvlan')],
  },
  'nic.coordinatorMode': {
    severity: 'error',
    fires: [{ ...on('underlay'), ...at('nics.0.attachment') }],
    silent: [
      on('macvlan'),
      { change: network('pools', [nicOn('underlay')], { eth0: nicOn('macvlan') }), view: odd },
    ],
  },
  'nic.coordinatorMissing': {
    severity: 'warning',
    fires: [{ ...manual(p1), ...at('nics.0.attachment'), view: testView({ coordinators: [] }) }],
    silent: [manual(p1), { ...manual(nicOn('sriov')), view: testView({ coordinators: [] }) }],
  },
  'nic.coordinatorNotReady': {
    severity: 'warning',
    fires: [
      {
        ...byDefault(p1, p1),
        ...at('nics.0.attachment'),
        view: testView({ coordinators: [notReady] }),
        params: { nics: 'net1, net2', phase: 'NotReady', reason: 'no kubeadm-config' },
      },
    ],
    silent: [
      manual(p1),
      { ...manual(nicOn('sriov')), view: testView({ coordinators: [notReady] }) },
      { ...manual(p1), view: { ...view, coordinators: { state: 'forbidden' } } },
    ],
  },
  'nic.defaultRouteOverruled': {
    severity: 'warning',
    fires: [
      {
        ...manual({ ...nicOn('steering'), defaultRoute: true }),
        ...at('nics.0.defaultRoute'),
        view: odd,
        params: { other: 'net1', name: 'net2' },
      },
    ],
    silent: [
      on('steering'),
      { ...manual(nicOn('steering'), { ...nicOn('macvlan'), defaultRoute: true }), view: odd },
    ],
  },
} satisfies RuleTable;
