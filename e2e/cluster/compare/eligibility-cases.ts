import { reservedIp } from '../../../mocks/scenarios/objects/address-objects.ts';
import { annotations } from '../../../mocks/spiderpool/names.ts';
import { NET1 as net1, pools } from './case-objects.ts';
import type { ToldCase } from './cases.ts';

const one = { networks: net1 };
const uses = (pool: string) => pools({ interface: 'net1', ipv4: [pool] });

/** Why a pool does not serve a Pod, in the words of the agent, and what a NIC gets from one that does. */
export const eligibilityCases: readonly ToldCase[] = [
  {
    id: 'disabled',
    section: '3.2',
    fact: 'A disabled pool',
    steps: (o) => [[o.pool('a', 1, 9, { disable: true }), o.web(uses(o.named('a')), one)]],
  },
  {
    id: 'other-family',
    section: '3.2',
    fact: 'A pool of the other family',
    steps: (o) => [[o.pool6('a', 1, 9), o.web(uses(o.named('a')), one)]],
  },
  {
    id: 'other-node',
    section: '3.2',
    fact: 'A pool for other nodes, by name and by label',
    steps: (o) => [
      [
        o.pool('a', 1, 9, { nodeName: ['control-plane-1'] }),
        o.pool('b', 11, 19, { nodeAffinity: { matchLabels: { none: 'such' } } }),
        o.web(pools({ interface: 'net1', ipv4: [o.named('a'), o.named('b')] }), one),
      ],
    ],
  },
  {
    id: 'name-beats-label',
    section: '2.2',
    fact: 'Names of namespaces or of nodes make the affinity beside them count for nothing',
    steps: (o, id) => [
      [
        o.pool('a', 1, 9, { namespaceName: [id], namespaceAffinity: { matchLabels: { none: 'such' } } }),
        o.pool('b', 11, 19, {
          nodeName: ['worker-a-1', 'worker-a-2', 'worker-b-1', 'worker-b-2'],
          nodeAffinity: { matchLabels: { none: 'such' } },
        }),
        o.web(uses(o.named('a')), one),
        o.web(uses(o.named('b')), { ...one, name: 'nodes' }),
      ],
    ],
  },
  {
    id: 'other-namespace',
    section: '3.2',
    fact: 'A pool for other namespaces, by name and by label',
    steps: (o) => [
      [
        o.pool('a', 1, 9, { namespaceName: ['kube-system'] }),
        o.pool('b', 11, 19, { namespaceAffinity: { matchLabels: { none: 'such' } } }),
        o.web(pools({ interface: 'net1', ipv4: [o.named('a'), o.named('b')] }), one),
      ],
    ],
  },
  {
    id: 'other-app',
    section: '3.2',
    fact: 'A pool for other Pods',
    steps: (o) => [
      [o.pool('a', 1, 9, { podAffinity: { matchLabels: { app: 'other' } } }), o.web(uses(o.named('a')), one)],
    ],
  },
  {
    id: 'other-nad',
    section: '3.2',
    fact: 'A pool for other attachments; a bare name is one of the namespace of Spiderpool',
    steps: (o) => [
      [
        o.pool('a', 1, 9, { multusName: ['kube-system/macvlan-ens224'] }),
        o.pool('b', 11, 19, { multusName: ['macvlan-ens192'] }),
        o.web(uses(o.named('a')), one),
        o.web(uses(o.named('b')), { ...one, name: 'bare' }),
      ],
    ],
  },
  {
    id: 'auto-pool-of-other',
    section: '3.2',
    fact: 'The auto pool of another workload',
    steps: (o) => [
      [
        o.subnet('s', 1, 20),
        o.web(
          {
            [annotations.subnets]: JSON.stringify([{ interface: 'net1', ipv4: [o.named('s')] }]),
            [annotations.poolIpNumber]: '+1',
          },
          { ...one, name: 'victim' },
        ),
      ],
      [o.web(uses('auto4-victim-net1-*'), { ...one, name: 'thief' })],
    ],
  },
  {
    id: 'terminating',
    section: '3.2',
    fact: 'A pool in use stays while it is being deleted, and serves nobody new',
    steps: (o) => [
      [o.pool('a', 1, 9), o.web(uses(o.named('a')), one)],
      [{ kind: 'delete', of: o.reference('SpiderIPPool', 'a') }],
      [o.web(uses(o.named('a')), { ...one, name: 'late' })],
      [{ kind: 'delete', of: o.webObject() }],
    ],
  },
  {
    id: 'used-out',
    section: '7.2',
    fact: 'A pool without a free address',
    steps: (o) => [[o.pool('a', 1, 2), o.web(uses(o.named('a')), { ...one, replicas: 3 })]],
  },
  {
    id: 'reserved',
    section: '2.4',
    fact: 'Reserved addresses are not given, and are counted in the total',
    steps: (o) => [
      [o.reserved('r', [1, 2]), o.pool('a', 1, 3), o.web(uses(o.named('a')), { ...one, replicas: 2 })],
    ],
  },
  {
    id: 'rolling-deadlock',
    section: '5.2',
    fact: 'A rolling update without a spare address never ends',
    steps: (o) => [
      [o.pool('a', 1, 1), o.web(uses(o.named('a')), one)],
      [
        {
          kind: 'patch',
          of: o.webObject(),
          body: { spec: { template: { metadata: { labels: { round: 'two' } } } } },
        },
      ],
    ],
  },
  {
    id: 'partial-failure',
    section: '1.6',
    fact: 'A NIC that fails fails the others; what they got is kept for the next attempt',
    steps: (o) => [
      [
        {
          kind: 'create',
          object: reservedIp(o.named('r'), [o.host(1), o.host(1, 2)]),
        },
        o.pool('a', 1, 9),
        o.pool2('b', 1, 1),
        o.web(
          pools({ interface: 'net1', ipv4: [o.named('a')] }, { interface: 'net2', ipv4: [o.named('b')] }),
        ),
      ],
      // The next attempt succeeds, with the address that the first one got and not with the lower one that is free now.
      [{ kind: 'delete', of: o.reference('SpiderReservedIP', 'r') }],
    ],
  },
  {
    id: 'partial-full',
    section: '1.6',
    fact: 'A NIC without a free address fails the others; what they got is kept for the next attempt',
    steps: (o) => [
      [
        o.pool('a', 1, 9),
        o.pool2('b', 1, 1, { podAffinity: { matchLabels: { app: 'web' } } }),
        o.web(
          pools({ interface: 'net1', ipv4: [o.named('a')] }, { interface: 'net2', ipv4: [o.named('b')] }),
          { replicas: 2 },
        ),
      ],
    ],
  },
  {
    id: 'routes-by-gateway',
    section: '1.10',
    fact: 'A route goes to the NIC whose network has its gateway; one that no network has is dropped without a word',
    steps: (o) => [
      [
        o.pool('a', 1, 9),
        o.pool2('b', 1, 9),
        o.web({
          ...pools({ interface: 'net1', ipv4: [o.named('a')] }, { interface: 'net2', ipv4: [o.named('b')] }),
          [annotations.routes]: JSON.stringify([
            { dst: '192.168.50.0/24', gw: o.host(200, 2) },
            { dst: '192.168.51.0/24', gw: '10.99.99.1' },
            { dst: '192.168.52.0/24', gw: o.host(200) },
          ]),
        }),
      ],
    ],
  },
  {
    id: 'routes-bad',
    section: '1.10',
    fact: 'A route to a bare address is refused in words',
    steps: (o) => [
      [
        o.pool('a', 1, 9),
        o.web(
          {
            ...uses(o.named('a')),
            [annotations.routes]: JSON.stringify([{ dst: '192.168.50.1', gw: o.host(200) }]),
          },
          one,
        ),
      ],
    ],
  },
  {
    id: 'clean-gateway',
    section: '1.6',
    fact: '`cleangateway` leaves the default route out',
    steps: (o) => [
      [o.pool('a', 1, 9), o.web(pools({ interface: 'net1', ipv4: [o.named('a')], cleangateway: true }), one)],
    ],
  },
  {
    id: 'networks-named',
    section: '1.9',
    fact: 'A named interface uses up its number',
    steps: (o) => [
      [
        o.pool('a', 1, 9),
        o.pool2('b', 1, 9),
        o.web(
          pools({ interface: 'eth1', ipv4: [o.named('a')] }, { interface: 'net2', ipv4: [o.named('b')] }),
          {
            networks: `${net1}@eth1,kube-system/macvlan-ens224`,
          },
        ),
      ],
    ],
  },
  {
    id: 'networks-json',
    section: '1.9',
    fact: 'JSON with white space around it is read',
    steps: (o) => [
      [
        o.pool('a', 1, 9),
        o.web(uses(o.named('a')), {
          networks: `[\n  { "name": "macvlan-ens192", "namespace": "kube-system" }\n]`,
        }),
      ],
    ],
  },
];
