import { annotations } from '../../../mocks/spiderpool/names.ts';
import { NET1 as net1, pools } from './case-objects.ts';
import type { ToldCase } from './cases.ts';
import { withoutChosenPools } from './chance.ts';

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
    withoutChance: withoutChosenPools,
    // With eight pools the first one is as likely as any other, so that 24 Pods never get all of their addresses from one.
    steps: (o) => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
      return [
        [
          ...names.map((name, index) => o.pool(name, index * 30 + 1, index * 30 + 30)),
          o.web(pools({ interface: 'net1', ipv4: names.map((name) => o.named(name)) }), {
            ...one,
            replicas: 24,
          }),
        ],
      ];
    },
  },
  {
    id: 'class-of-pools',
    section: '3.3',
    fact: 'Pools with Pod affinity come before those with node names, node affinity, names of namespaces, namespace affinity, attachments, before the rest',
    // Each Deployment names one class less, and the one that has to serve it always last.
    steps: (o, id) => {
      const classes = [
        {},
        { multusName: [net1] },
        { namespaceAffinity: { matchLabels: { 'kubernetes.io/metadata.name': id } } },
        { namespaceName: [id] },
        { nodeAffinity: { matchLabels: { 'kubernetes.io/os': 'linux' } } },
        { nodeName: ['worker-a-1', 'worker-a-2', 'worker-b-1', 'worker-b-2'] },
        { podAffinity: { matchLabels: { class: 'any' } } },
      ];
      const names = classes.map((_, index) => o.named(`class-${index}`));
      return [
        [
          ...classes.map((spec, index) => o.pool(`class-${index}`, index * 10 + 1, index * 10 + 9, spec)),
          ...names.slice(1).map((_, index) =>
            o.web(pools({ interface: 'net1', ipv4: names.slice(0, index + 2) }), {
              ...one,
              name: `web-${index + 1}`,
              replicas: 2,
              labels: { class: 'any' },
            }),
          ),
        ],
      ];
    },
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
