import { at, byDefault, fixed, manual, network, p1, s1, unreadable, view } from './nic-changes.ts';
import { nicOn, pools, type RuleTable, subnets } from './rule-table.ts';

export const nicAddressRules = {
  'nic.subnetRequired': {
    severity: 'error',
    fires: [
      { ...fixed(nicOn('macvlan')), ...at('nics.0.subnets.ipv4') },
      { ...at('eth0.subnets.ipv4'), change: network('fixed', [s1], { eth0: nicOn('macvlan-2') }), view },
      {
        ...fixed(nicOn('macvlan')),
        ...at('nics.0.subnets.ipv6'),
        view: { ...view, settings: { ...view.settings, enableIPv4: false } },
      },
    ],
    silent: [
      fixed(s1),
      fixed(nicOn('macvlan', subnets('', 's-6'))),
      fixed(nicOn('dhcp')),
      fixed({ ...s1, attachment: '', ...subnets('') }),
    ],
  },
  'nic.poolRequired': {
    severity: 'error',
    fires: [{ ...manual(nicOn('macvlan')), ...at('nics.0.pools.ipv4') }],
    silent: [manual(p1), byDefault(nicOn('macvlan')), manual(nicOn('dhcp'))],
  },
  'nic.notManaged': {
    severity: 'error',
    fires: [
      { ...manual(nicOn('dhcp', pools(['p-1']))), ...at('nics.0.pools.ipv4') },
      { ...fixed(nicOn('dhcp', subnets('', 's-6'))), ...at('nics.0.subnets.ipv6') },
      {
        ...at('eth0.pools.ipv4'),
        change: network('pools', [], { eth0: { ...nicOn('calico'), ...pools(['p-1']) } }),
        view,
      },
    ],
    silent: [
      manual(p1),
      fixed(nicOn('dhcp', pools(['p-1']))),
      { ...manual(nicOn('dhcp', pools(['p-1']))), view: unreadable },
    ],
  },
  'nic.familyOff': {
    severity: 'error',
    fires: [
      {
        ...manual(nicOn('macvlan', pools(['p-1'], ['six']))),
        ...at('nics.0.pools.ipv6'),
        view: { ...view, settings: { ...view.settings, enableIPv6: false } },
      },
    ],
    silent: [
      manual(nicOn('macvlan', pools(['p-1'], ['six']))),
      {
        ...manual(nicOn('macvlan', pools([], ['six']))),
        view: { ...view, settings: { ...view.settings, enableIPv6: false, source: 'assumed' } },
      },
    ],
  },
  'nic.subnetUnknown': {
    severity: 'error',
    fires: [{ ...fixed(nicOn('macvlan', subnets('none'))), ...at('nics.0.subnets.ipv4') }],
    silent: [fixed(s1), { ...fixed(nicOn('macvlan', subnets('none'))), view: unreadable }],
  },
  'nic.poolUnknown': {
    severity: 'error',
    fires: [{ ...manual(nicOn('macvlan', pools(['p-1', 'none']))), ...at('nics.0.pools.ipv4') }],
    silent: [
      manual(nicOn('macvlan', pools(['no-*']))),
      { ...manual(nicOn('macvlan', pools(['none']))), view: unreadable },
    ],
  },
  'nic.poolRepeated': {
    severity: 'error',
    fires: [{ ...manual(nicOn('macvlan', pools(['p-1', 'p-*']))), ...at('nics.0.pools.ipv4') }],
    silent: [manual(nicOn('macvlan', pools(['p-1', 'p-2'])))],
  },
  'nic.otherFamily': {
    severity: 'error',
    fires: [
      { ...manual(nicOn('macvlan', pools(['six']))), ...at('nics.0.pools.ipv4') },
      { ...fixed(nicOn('macvlan', subnets('', 's-1'))), ...at('nics.0.subnets.ipv6') },
    ],
    silent: [
      manual(nicOn('macvlan', pools(['p-1'], ['six']))),
      fixed(nicOn('macvlan', subnets('s-1', 's-6'))),
    ],
  },
  'nic.sameSubnet': {
    severity: 'error',
    fires: [
      { ...fixed(s1, nicOn('macvlan-2', subnets('s-1'))), ...at('nics.1.subnets.ipv4') },
      {
        ...at('nics.0.subnets.ipv6'),
        change: network('fixed', [nicOn('macvlan', subnets('s-1', 's-6'))], {
          eth0: nicOn('macvlan-2', subnets('', 's-6')),
        }),
        view,
      },
    ],
    silent: [fixed(s1, nicOn('macvlan-2', subnets('s-2'))), manual(s1, s1)],
  },
  'nic.samePool': {
    severity: 'error',
    fires: [
      { ...manual(p1, nicOn('macvlan-2', pools(['p-2', 'p-1']))), ...at('nics.1.pools.ipv4') },
      { ...manual(p1, nicOn('macvlan-2', pools(['p-?']))), ...at('nics.1.pools.ipv4') },
      { ...manual(p1, p1), ...at('nics.1.pools.ipv4'), view: unreadable },
    ],
    silent: [manual(p1, nicOn('macvlan-2', pools(['p-2']))), fixed(p1, p1)],
  },
} satisfies RuleTable;
