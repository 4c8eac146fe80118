import { pool, subnet } from '../../../mocks/scenarios/objects/address-objects.ts';
import type { NewKubeObject } from '../../../mocks/store/store.ts';
import { NET1, pools, subnets } from './case-objects.ts';
import type { ToldCase } from './cases.ts';
import type { Change } from './compared-case.ts';

const create = (object: NewKubeObject): Change => ({ kind: 'create', object });

/** What Spiderpool's webhooks make of pools and subnets, and refuse. */
export const webhookCases: readonly ToldCase[] = [
  {
    id: 'ranges-sorted',
    section: '2.1',
    fact: 'Ranges are merged and sorted when there are several',
    steps: (o) => [
      [
        create(
          pool(o.named('a'), {
            subnet: o.network(),
            ips: [o.host(20), `${o.host(3)}-${o.host(5)}`, `${o.host(6)}-${o.host(9)}`, o.host(1)],
            excludeIPs: [o.host(4), o.host(3)],
          }),
        ),
        create(pool(o.named('b'), { subnet: o.network(), ips: [`${o.host(30)}-${o.host(30)}`] })),
      ],
    ],
  },
  {
    id: 'addresses-bad',
    section: '2.1',
    fact: 'Addresses and networks that are written wrong',
    steps: (o) => [
      [
        create(pool(o.named('a'), { subnet: o.network().replace('.0/', '.1/'), ips: [o.host(1)] })),
        create(pool(o.named('b'), { subnet: o.network(), ips: [`${o.host(1)} - ${o.host(9)}`] })),
        create(pool(o.named('d'), { subnet: o.network(), ips: [o.network()] })),
        create(pool(o.named('e'), { subnet: o.network(), ips: ['10.99.0.1'] })),
        create(pool(o.named('f'), { subnet: o.network(), ips: [o.host(1)], gateway: '10.99.0.1' })),
        create(pool(o.named('g'), { subnet: o.network(), ips: [o.host(1)], gateway: o.host(1) })),
        create(
          pool(o.named('h'), {
            subnet: o.network(),
            ips: [o.host(1)],
            routes: [{ dst: '0.0.0.0/0', gw: o.host(9) }],
          }),
        ),
        create(
          pool(o.named('i'), {
            subnet: o.network(),
            ips: [o.host(1)],
            routes: [
              { dst: '192.168.1.0/24', gw: o.host(9) },
              { dst: '192.168.1.0/24', gw: o.host(8) },
            ],
          }),
        ),
        create(pool(o.named('j'), { subnet: '', ips: [] })),
      ],
    ],
  },
  {
    id: 'range-reversed',
    section: '2.1',
    fact: 'A range that is written from its end to its start',
    steps: (o) => [
      [
        create(pool(o.named('a'), { subnet: o.network(), ips: [`${o.host(9)}-${o.host(1)}`] })),
        o.web(pools({ interface: 'net1', ipv4: [o.named('a')] }), { networks: NET1 }),
      ],
      [
        create(pool(o.named('b'), { subnet: o.network(), ips: [o.host(30), `${o.host(29)}-${o.host(21)}`] })),
        create(subnet(o.named('s'), { subnet: o.network(2), ips: [`${o.host(9, 2)}-${o.host(1, 2)}`] })),
        create(pool(o.named('c'), { subnet: o.network(), ips: [`${o.host(4)}-${o.host(5)}`] })),
      ],
    ],
  },
  {
    id: 'pools-overlap',
    section: '2.2',
    fact: 'Pools may share a network and no address',
    steps: (o) => [
      [
        o.pool('a', 1, 9),
        o.pool('b', 5, 12),
        create(pool(o.named('c'), { subnet: o.network().replace('/24', '/25'), ips: [o.host(30)] })),
        o.pool('d', 10, 12),
      ],
    ],
  },
  {
    id: 'pool-changed',
    section: '2.2',
    fact: 'Network and family of a pool stay; the affinity to Pods may not be empty, others may; there is no `vlan`',
    steps: (o) => [
      [o.pool('a', 1, 9)],
      [
        {
          kind: 'patch',
          of: o.reference('SpiderIPPool', 'a'),
          body: { spec: { subnet: o.network(2), ips: [], gateway: null } },
        },
        { kind: 'patch', of: o.reference('SpiderIPPool', 'a'), body: { spec: { ipVersion: 6 } } },
        { kind: 'patch', of: o.reference('SpiderIPPool', 'a'), body: { spec: { podAffinity: {} } } },
        {
          kind: 'patch',
          of: o.reference('SpiderIPPool', 'a'),
          body: { spec: { namespaceAffinity: {}, nodeAffinity: {} } },
        },
        { kind: 'patch', of: o.reference('SpiderIPPool', 'a'), body: { spec: { vlan: 5 } } },
      ],
    ],
  },
  {
    id: 'subnet-rules',
    section: '2.3',
    fact: 'Subnets do not overlap, and hold the pools of their network',
    steps: (o) => [
      [
        o.subnet('s', 1, 20),
        o.subnet('again', 30, 40),
        create(subnet(o.named('part'), { subnet: o.network().replace('/24', '/25'), ips: [o.host(30)] })),
        o.pool('in', 1, 5),
        o.pool('out', 50, 55),
        o.pool2('early', 1, 5),
        o.subnet('late', 3, 9, 2),
      ],
    ],
  },
  {
    id: 'subnet-shrunk',
    section: '2.3',
    fact: 'A subnet keeps what it has handed out',
    steps: (o) => [
      [o.subnet('s', 1, 20), o.pool('a', 1, 5)],
      [
        {
          kind: 'patch',
          of: o.reference('SpiderSubnet', 's'),
          body: { spec: { ips: [`${o.host(4)}-${o.host(20)}`] } },
        },
      ],
    ],
  },
  {
    id: 'gateway-inherited',
    section: '2.2',
    fact: 'A pool takes gateway and routes of its subnet unless it has its own; an empty list of routes is one',
    steps: (o) => [
      [
        create(
          subnet(o.named('s'), {
            subnet: o.network(),
            ips: [`${o.host(1)}-${o.host(20)}`],
            gateway: o.host(254),
            routes: [{ dst: '192.168.1.0/24', gw: o.host(253) }],
          }),
        ),
        create(pool(o.named('a'), { subnet: o.network(), ips: [o.host(1)] })),
        create(pool(o.named('b'), { subnet: o.network(), ips: [o.host(2)], routes: [] })),
        o.web(pools({ interface: 'net1', ipv4: [o.named('a')] }), { networks: NET1, name: 'heir' }),
        o.web(pools({ interface: 'net1', ipv4: [o.named('b')] }), { networks: NET1, name: 'blocked' }),
        o.web(subnets('+0', { interface: 'net1', ipv4: [o.named('s')] }), { networks: NET1, name: 'auto' }),
      ],
    ],
  },
];
