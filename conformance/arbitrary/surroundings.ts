import * as fc from 'fast-check';
import { addressFamilies } from '../../src/domain/ip/address.ts';
import type { AddressFamily } from '../../src/domain/ip/address.ts';
import type { CaseSettings, ClusterObject } from '../conformance-case.ts';
import { poolList, poolNames } from './picks.ts';
import type { PoolList } from './picks.ts';
import type { PoolSeed } from './pools.ts';
import { mostly, rarely, shrinksToFirst, sometimes } from './weighted.ts';

/** The extended resource of SR-IOV devices. */
export const DEVICES = 'spidernet.io/sriov';
/** The namespace of the workload. Spiderpool and most attachments are in `kube-system`, which every cluster has. */
export const NAMESPACE = 'team';

/** How Spiderpool is installed: mostly as its chart does it. */
export const settings: fc.Arbitrary<CaseSettings> = fc.record({
  enableIPv4: mostly([15, true], [1, false]),
  enableIPv6: mostly([7, true], [1, false]),
  enableSpiderSubnet: mostly([15, true], [1, false]),
  enableAutoPoolForApplication: mostly([15, true], [1, false]),
  clusterNetwork: mostly([50, ''], [3, 'kube-system/calico'], [1, 'kube-system/a0'], [1, 'a1']),
});

interface NodeSeed {
  readonly zone: string;
  readonly devices: number;
  readonly cordoned: boolean;
  readonly ready: boolean;
}

const nodeSeed: fc.Arbitrary<NodeSeed> = fc.record({
  zone: mostly([2, 'a'], [1, 'b']),
  devices: mostly([8, 8], [1, 2], [1, 1], [1, 0]),
  cordoned: rarely(25),
  ready: mostly([30, true], [1, false]),
});

/** One to three nodes. */
export const nodes: fc.Arbitrary<readonly ClusterObject[]> = fc
  .array(nodeSeed, { minLength: 1, maxLength: 3 })
  .map((seeds) => seeds.map((seed, index) => node(`n${index}`, seed)));

function node(name: string, { zone, devices, cordoned, ready }: NodeSeed): ClusterObject {
  const amounts = { cpu: '16', memory: '64Gi', pods: '110', [DEVICES]: String(devices) };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/hostname': name, zone } },
    spec: {
      ...(cordoned ? { unschedulable: true } : {}),
      // What the node controller does with a kubelet that has gone silent.
      ...(ready ? {} : { taints: [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }] }),
    },
    status: {
      capacity: amounts,
      allocatable: amounts,
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False', reason: 'KubeletReady' }],
      addresses: [{ type: 'InternalIP', address: `172.16.0.${name.slice(1)}` }],
    },
  };
}

/** The Namespace before the names of its default pools are known. */
export interface NamespaceSeed {
  readonly labels: Readonly<Record<string, string>>;
  readonly defaults: Readonly<Record<AddressFamily, PoolList | string | undefined>>;
}

/** What else people write into the annotation. */
const oddDefaults = fc.constantFrom('[]', 'null', 'p0', '["p0"', '{"p0":1}', '[5]', '["p0",null]', '');

export const namespaceSeed: fc.Arbitrary<NamespaceSeed> = fc.record({
  labels: mostly([2, { team: 'a' }], [1, { team: 'b' }]),
  defaults: fc.record({
    ipv4: sometimes(6, oneOfTwo(5, poolList(1), oddDefaults)),
    ipv6: sometimes(10, oneOfTwo(5, poolList(1), oddDefaults)),
  }),
});

function oneOfTwo<First, Second>(
  weight: number,
  first: fc.Arbitrary<First>,
  second: fc.Arbitrary<Second>,
): fc.Arbitrary<First | Second> {
  return fc.oneof(shrinksToFirst, { weight, arbitrary: first }, { weight: 1, arbitrary: second });
}

/** The Namespace of the workload. */
export function namespace({ labels, defaults }: NamespaceSeed, pools: readonly PoolSeed[]): ClusterObject {
  const texts = addressFamilies.flatMap((family) => {
    const given = defaults[family];
    if (given === undefined) return [];
    const text = typeof given === 'string' ? given : JSON.stringify(poolNames(given, family, pools));
    return [[`ipam.spidernet.io/default-${family}-ippool`, text]];
  });
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: NAMESPACE,
      labels: { 'kubernetes.io/metadata.name': NAMESPACE, ...labels },
      annotations: Object.fromEntries(texts) as Readonly<Record<string, string>>,
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}
