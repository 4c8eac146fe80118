import { annotations } from '../../../mocks/spiderpool/names.ts';
import { NET1 as net1, pools, subnets } from './case-objects.ts';
import type { ToldCase } from './cases.ts';
import { withoutChosenAddresses } from './chance.ts';

const one = { networks: net1 };

/** What becomes of an automatic pool when its workload or its subnet changes or goes. */
export const autoPoolCases: readonly ToldCase[] = [
  {
    id: 'change-subnet',
    section: '4.3',
    fact: 'Another subnet for a NIC of a workload that exists makes no new pool, and holds addresses of the new subnet',
    steps: (o) => [
      [
        o.subnet('s', 1, 20),
        o.subnet('t', 1, 20, 2),
        o.web(subnets('+1', { interface: 'net1', ipv4: [o.named('s')] }), one),
      ],
      [
        {
          kind: 'patch',
          of: o.webObject(),
          body: {
            spec: {
              template: {
                metadata: { annotations: subnets('+1', { interface: 'net1', ipv4: [o.named('t')] }) },
              },
            },
          },
        },
      ],
    ],
  },
  {
    id: 'annotation-removed',
    section: '4.3',
    fact: 'The pool stays when the annotation is taken away',
    steps: (o) => [
      [
        o.pool2('manual', 1, 9),
        o.subnet('s', 1, 20),
        o.web(subnets('+1', { interface: 'net1', ipv4: [o.named('s')] }), one),
      ],
      [
        {
          kind: 'patch',
          of: o.webObject(),
          body: {
            spec: {
              template: {
                metadata: {
                  annotations: {
                    [annotations.subnets]: null,
                    [annotations.poolIpNumber]: null,
                    ...pools({ interface: 'net1', ipv4: [o.named('manual')] }),
                  },
                },
              },
            },
          },
        },
      ],
      [{ kind: 'delete', of: o.webObject() }],
    ],
  },
  {
    id: 'kept-pool',
    section: '1.5',
    fact: 'A pool that is not reclaimed serves a successor of the same name',
    steps: (o) => {
      const web = o.web(
        { ...subnets('+1', { interface: 'net1', ipv4: [o.named('s')] }), [annotations.poolReclaim]: 'false' },
        one,
      );
      return [[o.subnet('s', 1, 20), web], [{ kind: 'delete', of: o.webObject() }], [web]];
    },
  },
  {
    id: 'scaling',
    section: '4.3',
    fact: 'A pool grows and shrinks with the replicas; which Pod goes is left to chance',
    withoutChance: withoutChosenAddresses,
    steps: (o) => [
      [o.subnet('s', 1, 20), o.web(subnets('+1', { interface: 'net1', ipv4: [o.named('s')] }), one)],
      [{ kind: 'patch', of: o.webObject(), body: { spec: { replicas: 3 } } }],
      [{ kind: 'patch', of: o.webObject(), body: { spec: { replicas: 1 } } }],
    ],
  },
  {
    id: 'number-changed',
    section: '4.3',
    fact: 'Another number changes the pool in place; another gateway of the subnet does not reach it',
    steps: (o) => [
      [o.subnet('s', 1, 20), o.web(subnets('+1', { interface: 'net1', ipv4: [o.named('s')] }), one)],
      [
        { kind: 'patch', of: o.reference('SpiderSubnet', 's'), body: { spec: { gateway: o.host(253) } } },
        {
          kind: 'patch',
          of: o.webObject(),
          body: { spec: { template: { metadata: { annotations: { [annotations.poolIpNumber]: '+3' } } } } },
        },
      ],
    ],
  },
  {
    id: 'subnet-deleted',
    section: '2.3',
    fact: 'Deleting a subnet deletes its pools; one in use waits for its Pods',
    steps: (o) => [
      [
        o.subnet('s', 1, 20),
        o.pool('idle', 1, 5),
        o.web(subnets('+1', { interface: 'net1', ipv4: [o.named('s')] }), one),
      ],
      [{ kind: 'delete', of: o.reference('SpiderSubnet', 's') }],
      [{ kind: 'delete', of: o.webObject() }],
    ],
  },
];
