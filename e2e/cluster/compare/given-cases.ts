import { deployment } from '../../../mocks/scenarios/objects/workload-objects.ts';
import { pool } from '../../../mocks/scenarios/objects/address-objects.ts';
import { NET1 as net1, pools, subnets, workload } from './case-objects.ts';
import type { ToldCase } from './cases.ts';

const one = { networks: net1 };

/** Which addresses are given, and to whom. */
export const givenCases: readonly ToldCase[] = [
  {
    id: 'network-edges',
    section: '2.1',
    fact: 'The first and the last address of a network are given',
    steps: (o) => [
      [
        {
          kind: 'create',
          object: pool(o.named('a'), { subnet: o.network(), ips: [o.host(0), o.host(255)] }),
        },
        o.web(pools({ interface: 'net1', ipv4: [o.named('a')] }), { ...one, replicas: 2 }),
      ],
    ],
  },
  {
    id: 'lowest-first',
    section: '2.1',
    fact: 'The lowest free addresses are given; the documentation says any',
    steps: (o) => [
      [
        o.pool('a', 11, 200),
        o.web(pools({ interface: 'net1', ipv4: [o.named('a')] }), { ...one, replicas: 4 }),
      ],
    ],
  },
  {
    id: 'all-reserved',
    section: '2.4',
    fact: 'A pool that is reserved to the last address is not filtered out, but has none to give',
    steps: (o) => [
      [
        o.reserved('r', [1, 2]),
        o.pool('a', 1, 2),
        o.web(pools({ interface: 'net1', ipv4: [o.named('a')] }), one),
      ],
    ],
  },
  {
    id: 'statefulset',
    section: '6.1',
    fact: 'A Pod of a StatefulSet keeps its address over its deletion, though a lower one is free, until the StatefulSet shrinks',
    steps: (o, id) => [
      [
        o.reserved('r', [1]),
        o.pool('a', 1, 9),
        workload('apps/v1', 'StatefulSet', id, pools({ interface: 'net1', ipv4: [o.named('a')] }), {
          serviceName: 'web',
          replicas: 2,
          selector: { matchLabels: { app: 'web' } },
        }),
      ],
      [
        { kind: 'delete', of: o.reference('SpiderReservedIP', 'r') },
        { kind: 'delete', of: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web-1' } } },
      ],
      [
        {
          kind: 'patch',
          of: { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'web' } },
          body: { spec: { replicas: 1 } },
        },
      ],
    ],
  },
  {
    id: 'own-auto-pool',
    section: '3.4',
    fact: 'A workload may name its own automatic pool',
    steps: (o, id) => [
      [
        o.subnet('s', 1, 20),
        o.web(subnets('+1', { interface: 'net1', ipv4: [o.named('s')] }), { ...one, name: 'owner' }),
      ],
      [
        {
          kind: 'patch',
          of: deployment(id, 'owner'),
          body: {
            spec: {
              template: {
                metadata: {
                  annotations: {
                    'ipam.spidernet.io/subnets': null,
                    'ipam.spidernet.io/ippool-ip-number': null,
                    ...pools({ interface: 'net1', ipv4: ['auto4-owner-net1-*'] }),
                  },
                },
              },
            },
          },
        },
      ],
    ],
  },
];
