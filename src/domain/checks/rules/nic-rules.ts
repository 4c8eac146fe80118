import { at, manual, network, p1, unreadable, view } from './nic-changes.ts';
import { nicOn, type RuleTable } from './rule-table.ts';

/** The usual cluster with a cluster network. */
function onCluster(clusterNetwork: string) {
  return { ...view, settings: { ...view.settings, clusterNetwork } };
}

/** eth0 of an attachment as it is written. */
function onEth0(attachment: string) {
  return { change: network('pools', [p1], { eth0: { ...nicOn(''), attachment } }), view };
}

export const nicRules = {
  'nic.attachmentRequired': {
    severity: 'error',
    fires: [{ ...manual({ ...p1, attachment: '' }), ...at('nics.0.attachment') }],
    silent: [manual(p1), { change: () => undefined }],
  },
  'nic.attachmentSyntax': {
    severity: 'error',
    fires: ['macvlan', 'a/b/c', 'A/b', 'a/', '/b', 'a/B'].map((attachment) => ({
      ...manual({ ...p1, attachment }),
      ...at('nics.0.attachment'),
    })),
    silent: [manual(p1), manual({ ...p1, attachment: 'a/b.c' }), onEth0('calico')],
  },
  'nic.attachmentBare': {
    severity: 'warning',
    fires: [
      { ...onEth0('calico'), ...at('eth0.attachment'), params: { id: 'kube-system/calico' } },
      {
        ...onEth0('calico'),
        ...at('eth0.attachment'),
        view: { ...view, settings: { ...view.settings, namespace: '' } },
        params: { id: 'kube-system/calico' },
      },
    ],
    silent: [
      onEth0('kube-system/calico'),
      onEth0('none'),
      onEth0('A'),
      manual({ ...p1, attachment: 'macvlan' }),
      { ...onEth0('calico'), view: unreadable },
    ],
  },
  'nic.attachmentUnknown': {
    severity: 'error',
    fires: [
      { ...manual(nicOn('none')), ...at('nics.0.attachment') },
      { ...at('eth0.attachment'), change: network('pools', [], { eth0: nicOn('none') }), view },
      { ...onEth0('none'), ...at('eth0.attachment') },
      {
        ...onEth0('none'),
        ...at('eth0.attachment'),
        view: { ...view, settings: { ...view.settings, namespace: '' } },
      },
    ],
    silent: [manual(p1), { ...manual(nicOn('none')), view: unreadable }],
  },
  'nic.attachmentUnreadable': {
    severity: 'error',
    fires: [{ ...manual(nicOn('broken')), ...at('nics.0.attachment') }],
    silent: [manual(p1)],
  },
  'nic.overlayAdded': {
    severity: 'error',
    fires: [
      { ...manual(nicOn('cilium')), ...at('nics.0.attachment') },
      { ...manual(nicOn('calico')), ...at('nics.0.attachment'), view: onCluster('kube-system/calico') },
      { ...manual(nicOn('calico')), ...at('nics.0.attachment'), view: onCluster('calico') },
      {
        change: network('pools', [nicOn('calico')], { eth0: nicOn('calico') }),
        ...at('nics.0.attachment'),
        view,
      },
    ],
    silent: [
      manual(p1),
      { change: network('pools', [p1], { eth0: nicOn('calico') }), view },
      manual(nicOn('calico')),
    ],
  },
  'nic.fileAdded': {
    severity: 'warning',
    fires: [
      { ...manual(nicOn('calico')), ...at('nics.0.attachment') },
      {
        ...manual(nicOn('calico')),
        ...at('nics.0.attachment'),
        view: onCluster('kube-system/macvlan'),
      },
    ],
    silent: [
      manual(p1),
      manual(nicOn('cilium')),
      { change: network('pools', [p1], { eth0: nicOn('calico') }), view },
      { ...manual(nicOn('calico')), view: onCluster('kube-system/calico') },
    ],
  },
  'nic.interfaceSyntax': {
    severity: 'error',
    fires: ['a/b', 'a b', 'sixteen-letters1', 'a@b'].map((interfaceName) => ({
      ...manual({ ...p1, interfaceName }),
      ...at('nics.0.interfaceName'),
    })),
    silent: [manual({ ...p1, interfaceName: 'uplink_0' }), manual(p1)],
  },
  'nic.interfaceRepeated': {
    severity: 'error',
    fires: [
      { ...manual({ ...p1, interfaceName: 'eth0' }), ...at('nics.0.interfaceName') },
      { ...manual({ ...p1, interfaceName: 'net2' }, p1), ...at('nics.1.interfaceName') },
    ],
    silent: [manual({ ...p1, interfaceName: 'net1' }, p1)],
  },
  'nic.defaultRouteTwice': {
    severity: 'error',
    fires: [
      {
        ...manual({ ...p1, defaultRoute: true }, { ...p1, defaultRoute: true }),
        ...at('nics.1.defaultRoute'),
      },
    ],
    silent: [manual({ ...p1, defaultRoute: true }, p1)],
  },
  'nic.defaultRouteLate': {
    severity: 'warning',
    fires: [
      { ...manual(p1, { ...nicOn('with-default'), defaultRoute: true }), ...at('nics.1.defaultRoute') },
      { ...manual(p1, { ...p1, defaultRoute: true }), ...at('nics.1.defaultRoute'), view: unreadable },
    ],
    silent: [
      manual({ ...p1, defaultRoute: true }, p1),
      manual(nicOn('dhcp'), { ...p1, defaultRoute: true }),
      { change: network('pools', [p1], { eth0: { ...nicOn('calico'), defaultRoute: true } }), view },
    ],
  },
  'nic.defaultRouteCoordinator': {
    severity: 'warning',
    fires: [{ ...manual({ ...nicOn('macvlan-2'), defaultRoute: true }), ...at('nics.0.defaultRoute') }],
    silent: [
      manual({ ...p1, defaultRoute: true }),
      { ...manual({ ...nicOn('macvlan-2'), defaultRoute: true }), view: unreadable },
    ],
  },
} satisfies RuleTable;
