import { annotations } from '../../../mocks/spiderpool/names.ts';
import { NET1 as net1, pools } from './case-objects.ts';
import type { ToldCase } from './cases.ts';

const one = { networks: net1 };

/** What pools that a workload names come to. */
export const poolCases: readonly ToldCase[] = [
  {
    id: 'same-pool-twice',
    section: '1.8',
    fact: 'One pool on two NICs gives both the same address, without a word',
    steps: (o) => [
      [
        o.pool('a', 1, 9),
        o.web(
          pools({ interface: 'net1', ipv4: [o.named('a')] }, { interface: 'net2', ipv4: [o.named('a')] }),
        ),
      ],
    ],
  },
  {
    id: 'order-of-pools',
    section: '1.6',
    fact: 'Pools of equal class are tried in an order that is left to chance',
    leavesToChance: true,
    steps: (o) => [
      [
        o.pool('a', 1, 60),
        o.pool('b', 61, 120),
        o.web(pools({ interface: 'net1', ipv4: [o.named('a'), o.named('b')] }), { ...one, replicas: 48 }),
      ],
    ],
  },
  {
    id: 'class-of-pools',
    section: '3.3',
    fact: 'Pools with Pod affinity come before pools with node names, before the rest',
    steps: (o) => [
      [
        o.pool('rest', 1, 9),
        o.pool('nodes', 11, 11, { nodeName: ['worker-a-1', 'worker-a-2', 'worker-b-1', 'worker-b-2'] }),
        o.pool('affine', 21, 21, { podAffinity: { matchLabels: { app: 'web' } } }),
        o.web(pools({ interface: 'net1', ipv4: [o.named('rest'), o.named('nodes'), o.named('affine')] }), {
          ...one,
          replicas: 3,
        }),
      ],
    ],
  },
  {
    id: 'nic-missing',
    section: '1.6',
    fact: 'Named `ippools` must list every NIC of Spiderpool',
    steps: (o) => [[o.pool('a', 1, 9), o.web(pools({ interface: 'net2', ipv4: [o.named('a')] }))]],
  },
  {
    id: 'nic-unknown',
    section: '1.6',
    fact: 'A listed NIC without attachment fails all of it',
    steps: (o) => [
      [
        o.pool('a', 1, 9),
        o.pool2('b', 1, 9),
        o.web(
          pools({ interface: 'net1', ipv4: [o.named('a')] }, { interface: 'net3', ipv4: [o.named('b')] }),
          one,
        ),
      ],
    ],
  },
  {
    id: 'eth0-listed',
    section: '1.7',
    fact: 'eth0 of an overlay that is listed needs a cluster network',
    steps: (o) => [
      [
        o.pool('a', 1, 9),
        o.pool2('b', 1, 9),
        o.web(
          pools({ interface: 'eth0', ipv4: [o.named('b')] }, { interface: 'net1', ipv4: [o.named('a')] }),
          one,
        ),
      ],
    ],
  },
  {
    id: 'names-mixed',
    section: '1.6',
    fact: 'Interfaces are named for all or for none',
    steps: (o) => [
      [
        o.pool('a', 1, 9),
        o.web(pools({ interface: 'net1', ipv4: [o.named('a')] }, { ipv4: [o.named('a')] }), one),
      ],
    ],
  },
  {
    id: 'names-repeated',
    section: '1.6',
    fact: 'No interface twice',
    steps: (o) => [
      [
        o.pool('a', 1, 9),
        o.web(
          pools({ interface: 'net1', ipv4: [o.named('a')] }, { interface: 'net1', ipv4: [o.named('a')] }),
          one,
        ),
      ],
    ],
  },
  {
    id: 'pools-empty',
    section: '1.6',
    fact: '`ippools` needs an item',
    steps: (o) => [[o.web({ [annotations.pools]: '[]' }, one)]],
  },
  {
    id: 'pool-missing',
    section: '1.6',
    fact: 'One pool that does not exist fails all of it',
    steps: (o) => [
      [o.pool('a', 1, 9), o.web(pools({ interface: 'net1', ipv4: [o.named('a'), o.named('zzz')] }), one)],
    ],
  },
  {
    id: 'pool-repeated',
    section: '1.6',
    fact: 'A name and a pattern that has it too are a repetition',
    steps: (o) => [
      [o.pool('a', 1, 9), o.web(pools({ interface: 'net1', ipv4: [o.named('a'), o.named('*')] }), one)],
    ],
  },
  {
    id: 'pattern-empty',
    section: '1.6',
    fact: 'A pattern without a match leaves no candidate',
    steps: (o) => [[o.web(pools({ interface: 'net1', ipv4: [o.named('*')] }), one)]],
  },
  {
    id: 'single-pool',
    section: '1.2',
    fact: '`ippool` gives every NIC the same pools',
    steps: (o) => [
      [o.pool('a', 1, 9), o.web({ [annotations.pool]: JSON.stringify({ ipv4: [o.named('a')] }) })],
    ],
  },
  {
    id: 'unnamed-overlay',
    section: '1.6',
    fact: 'Unnamed `ippools` fail where eth0 is an overlay',
    steps: (o) => [
      [
        o.pool('a', 1, 9),
        o.pool2('b', 1, 9),
        o.web(pools({ ipv4: [o.named('a')] }, { ipv4: [o.named('b')] }), one),
      ],
    ],
  },
];
