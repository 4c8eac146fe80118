import * as fc from 'fast-check';
import type { AddressFamily } from '../../src/domain/ip/address.ts';
import type { ClusterObject } from '../conformance-case.ts';
import { mostly, sometimes } from './weighted.ts';

/** A pool before it has its number, which makes its name and its addresses. */
export interface PoolSeed {
  readonly family: AddressFamily;
  /** Which network: pools of one do not share addresses. */
  readonly net: number;
  readonly size: number;
  readonly excluded: number;
  /** Addresses that former Pods hold. */
  readonly held: number;
  /** Records of addresses outside of the pool, which make its record long. */
  readonly crowd: number;
  readonly gateway: boolean;
  readonly state: 'plain' | 'default' | 'disabled' | 'terminating';
  readonly binding: Binding;
}

/** Whom the pool is for: fields of its spec, and labels. */
interface Binding {
  readonly spec: Readonly<Record<string, unknown>>;
  readonly labels?: Readonly<Record<string, string>>;
}

const shared: Binding = { spec: {} };

const bindings: readonly (readonly [number, Binding])[] = [
  [26, shared],
  [2, { spec: { namespaceName: ['team'] } }],
  [1, { spec: { namespaceName: ['elsewhere'] } }],
  [1, { spec: { namespaceName: ['team'], namespaceAffinity: { matchLabels: { team: 'nobody' } } } }],
  [2, { spec: { namespaceAffinity: { matchLabels: { team: 'a' } } } }],
  [1, { spec: { namespaceAffinity: { matchLabels: { 'kubernetes.io/metadata.name': 'team' } } } }],
  [1, expression('namespaceAffinity', 'team', 'NotIn', ['a'])],
  [1, expression('namespaceAffinity', 'team', 'Like', ['a'])],
  [1, expression('namespaceAffinity', 'team', 'NotIn', [])],
  [2, { spec: { podAffinity: { matchLabels: { app: 'web' } } } }],
  [1, { spec: { podAffinity: { matchLabels: { tier: 'front' } } } }],
  [1, expression('podAffinity', 'tier', 'DoesNotExist', [])],
  [2, { spec: { nodeName: ['n0'] } }],
  [1, { spec: { nodeName: ['n0', 'n1', 'n2'], nodeAffinity: { matchLabels: { zone: 'nowhere' } } } }],
  [2, { spec: { nodeAffinity: { matchLabels: { zone: 'a' } } } }],
  [1, expression('nodeAffinity', 'zone', 'In', ['b', 'c'])],
  [1, expression('nodeAffinity', 'zone', 'Exists', ['b'])],
  [2, { spec: { multusName: ['kube-system/a0', 'a1'] } }],
  [1, { spec: { multusName: ['team/a2'] } }],
  [1, { spec: { multusName: ['a0'], namespaceName: ['team'] } }],
  [1, automatic('web')],
  [1, automatic('other')],
];

function expression(field: string, key: string, operator: string, values: readonly string[]): Binding {
  return { spec: { [field]: { matchExpressions: [{ key, operator, values }] } } };
}

/** A pool that the controller made for a workload of this name, and that was kept. */
function automatic(name: string): Binding {
  const app = 'ipam.spidernet.io/app';
  return {
    labels: {
      'ipam.spidernet.io/owner-application-gv': 'apps_v1',
      'ipam.spidernet.io/owner-application-kind': 'Deployment',
      'ipam.spidernet.io/owner-application-namespace': 'team',
      'ipam.spidernet.io/owner-application-name': name,
      'ipam.spidernet.io/owner-application-uid': '0-0-0-0-00000',
      'ipam.spidernet.io/ippool-reclaim': 'false',
    },
    spec: {
      podAffinity: {
        matchLabels: {
          [`${app}-api-group`]: 'apps',
          [`${app}-api-version`]: 'v1',
          [`${app}-kind`]: 'Deployment',
          [`${app}-namespace`]: 'team',
          [`${app}-name`]: name,
        },
      },
    },
  };
}

/** As many records as Spiderpool keeps of one pool. */
const CROWD = 5_000;

const poolSeed: fc.Arbitrary<PoolSeed> = fc.record({
  family: mostly<AddressFamily>([2, 'ipv4'], [1, 'ipv6']),
  net: fc.nat({ max: 2 }),
  size: mostly([4, 6], [1, 1], [1, 2], [1, 3], [1, 4], [1, 0]),
  excluded: mostly([5, 0], [1, 1]),
  held: mostly([4, 0], [1, 1], [1, 2]),
  crowd: mostly([90, 0], [1, CROWD - 2], [1, CROWD - 1], [1, CROWD]),
  gateway: mostly([4, true], [1, false]),
  state: mostly<PoolSeed['state']>([12, 'plain'], [5, 'default'], [1, 'disabled'], [1, 'terminating']),
  binding: mostly(...bindings),
});

/** The network of pools that a controller made: no subnet of a case is there, which would have to know of them. */
const NET_OF_AUTOMATIC = 3;

export const poolSeeds: fc.Arbitrary<readonly PoolSeed[]> = fc.array(
  poolSeed.map((seed) => (seed.binding.labels ? { ...seed, net: NET_OF_AUTOMATIC } : seed)),
  { minLength: 2, maxLength: 6 },
);

/** The CIDR of a network, as the webhooks want it written. */
export function cidrOf(family: AddressFamily, net: number): string {
  return family === 'ipv4' ? `10.${net}.0.0/16` : `fd00:${net + 1}::/64`;
}

/** The address with this number, at most 19, of a block of a network. */
export function addressOf(family: AddressFamily, net: number, block: number, number: number): string {
  if (family === 'ipv4') return `10.${net}.${block}.${number}`;
  return `fd00:${net + 1}::${block === 0 ? '' : `${block}:`}${number}`;
}

/** The ranges of a pool. */
export function rangesOf({ family, net, size }: PoolSeed, index: number): readonly string[] {
  const at = (number: number) => addressOf(family, net, index + 1, 10 + number);
  return size === 0 ? [] : [size === 1 ? at(0) : `${at(0)}-${at(size - 1)}`];
}

export function pool(seed: PoolSeed, index: number): ClusterObject {
  const { family, net, excluded, crowd, gateway, state, binding } = seed;
  const at = (number: number) => addressOf(family, net, index + 1, 10 + number);
  const held = heldOf(seed);
  const records = Array.from({ length: held }, (_, number) => [
    at(seed.size - 1 - number),
    { pod: `elsewhere/former-${number}`, podUid: `former-${index}-${number}` },
  ]);
  return {
    apiVersion: 'spiderpool.spidernet.io/v2beta1',
    kind: 'SpiderIPPool',
    metadata: { name: `p${index}`, ...(binding.labels ? { labels: binding.labels } : {}) },
    spec: {
      subnet: cidrOf(family, net),
      ips: rangesOf(seed, index),
      ...(excluded > 0 && seed.size > excluded ? { excludeIPs: [at(0)] } : {}),
      ...(gateway ? { gateway: addressOf(family, net, 0, 1) } : {}),
      ...(state === 'default' ? { default: true } : {}),
      ...(state === 'disabled' ? { disable: true } : {}),
      ...binding.spec,
    },
    ...(held + crowd === 0
      ? {}
      : {
          status: {
            allocatedIPCount: held + crowd,
            allocatedIPs: JSON.stringify(Object.fromEntries([...records, ...crowdOf(seed)])),
          },
        }),
  };
}

/** Records of former Pods, of addresses that no pool has. */
function crowdOf({ family, net, crowd }: PoolSeed): readonly (readonly [string, object])[] {
  return Array.from({ length: crowd }, (_, number) => {
    const [high, low] = [100 + (number >> 8), number & 255];
    const address =
      family === 'ipv4' ? `10.${net}.${high}.${low}` : `fd00:${net + 1}::c:${(number + 1).toString(16)}`;
    return [address, { pod: `elsewhere/crowd-${number}`, podUid: `former-crowd-${number}` }];
  });
}

/** A pool that ends is kept by an address that somebody holds. */
function heldOf({ held, size, excluded, state }: PoolSeed): number {
  const most = Math.max(0, size - excluded);
  return Math.min(most, state === 'terminating' ? Math.max(1, held) : held);
}

/** Whether the pool is deleted and stays: without an address that is held it would be gone. */
export function isKept(seed: PoolSeed): boolean {
  return seed.state === 'terminating' && heldOf(seed) > 0;
}

export const reservedIps: fc.Arbitrary<readonly ClusterObject[]> = sometimes(
  3,
  fc.record({
    family: fc.constantFrom<AddressFamily>('ipv4', 'ipv6'),
    net: fc.nat({ max: 2 }),
    block: fc.integer({ min: 1, max: 6 }),
    count: fc.integer({ min: 1, max: 3 }),
  }),
).map((seed) => {
  if (!seed) return [];
  const { family, net, block, count } = seed;
  const at = (number: number) => addressOf(family, net, block, 10 + number);
  return [
    {
      apiVersion: 'spiderpool.spidernet.io/v2beta1',
      kind: 'SpiderReservedIP',
      metadata: { name: `reserved-${family}` },
      spec: { ips: [count === 1 ? at(0) : `${at(0)}-${at(count - 1)}`] },
    },
  ];
});
