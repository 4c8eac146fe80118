import { testSubnet } from '../../test-cluster.ts';
import { at, network, p1, s1, unreadable, view } from './nic-changes.ts';
import { nicOn, type RuleTable } from './rule-table.ts';

function route(destination: string, gateway: string, nics = [s1]) {
  return { change: network('fixed', nics, { routes: [{ destination, gateway }] }), view };
}

const withGateway = {
  ...view,
  subnets: { state: 'known', value: [testSubnet('s-1', { gateway: '10.7.0.1' })] },
} as const;

export const routeRules = {
  'route.destination': {
    severity: 'error',
    fires: ['', '10.0.0.0', '10.0.0.0/33', 'x/8'].map((destination) => ({
      ...route(destination, '10.7.0.1'),
      ...at('routes.0.destination'),
    })),
    silent: [route('10.9.0.1/16', '10.7.0.1'), route('', '')],
  },
  'route.gateway': {
    severity: 'error',
    fires: ['', '10.7.0', '10.7.0.1/16'].map((gateway) => ({
      ...route('10.9.0.0/16', gateway),
      ...at('routes.0.gateway'),
    })),
    silent: [route('10.9.0.0/16', '10.7.0.1'), route('', '')],
  },
  'route.default': {
    severity: 'error',
    fires: [
      { ...route('0.0.0.0/0', '10.7.0.1'), ...at('routes.0.destination') },
      { ...route('::/0', 'fd00:7::1'), ...at('routes.0.destination') },
    ],
    silent: [route('0.0.0.0/1', '10.7.0.1')],
  },
  'route.families': {
    severity: 'error',
    fires: [{ ...route('10.9.0.0/16', 'fd00:7::1'), ...at('routes.0.gateway') }],
    silent: [route('fd00:9::/64', 'fd00:7::1')],
  },
  'route.unreachable': {
    severity: 'error',
    fires: [
      { ...route('10.9.0.0/16', '10.8.0.1'), ...at('routes.0.gateway') },
      { ...route('10.9.0.0/16', '10.8.0.1'), ...at('routes.0.gateway'), view: withGateway },
    ],
    silent: [
      route('10.9.0.0/16', '10.7.255.254'),
      { ...route('10.9.0.0/16', '10.8.0.1'), view: unreadable },
      route('10.9.0.0/16', '10.8.0.1', [s1, nicOn('macvlan-2')]),
      {
        change: network('pools', [p1], { routes: [{ destination: '10.9.0.0/16', gateway: '10.6.0.1' }] }),
        view,
      },
      {
        change: network('default', [nicOn('with-default')], {
          routes: [{ destination: '10.9.0.0/16', gateway: '10.6.0.1' }],
        }),
        view,
      },
    ],
  },
  'route.noNic': {
    severity: 'error',
    fires: [
      { ...route('10.9.0.0/16', '10.7.0.1', []), ...at('routes.0.destination') },
      { ...route('foo', '', []), ...at('routes.0.destination') },
      { ...route('10.9.0.0/16', '10.7.0.1', [nicOn('dhcp')]), ...at('routes.0.destination') },
    ],
    silent: [
      route('10.9.0.0/16', '10.7.0.1'),
      route('', '', []),
      route('10.9.0.0/16', '10.7.0.1', [nicOn('macvlan')]),
      {
        ...route('10.9.0.0/16', '10.6.0.1', []),
        view: { ...view, settings: { ...view.settings, clusterNetwork: 'kube-system/with-default' } },
      },
    ],
  },
  'route.repeated': {
    severity: 'error',
    fires: [
      {
        ...at('routes.1.destination'),
        change: network('fixed', [s1], {
          routes: [
            { destination: '10.9.0.0/16', gateway: '10.7.0.1' },
            { destination: '10.9.1.1/16', gateway: '10.7.0.2' },
          ],
        }),
        view,
      },
    ],
    silent: [
      {
        change: network('fixed', [s1], {
          routes: [
            { destination: '10.9.0.0/16', gateway: '10.7.0.1' },
            { destination: '10.9.0.0/17', gateway: '10.7.0.1' },
          ],
        }),
        view,
      },
    ],
  },
} satisfies RuleTable;
