import * as fc from 'fast-check';
import type { AddressFamily } from '../../src/domain/ip/address.ts';
import type { ClusterObject } from '../conformance-case.ts';
import { noPools, poolList, poolNames } from './picks.ts';
import type { PoolList } from './picks.ts';
import type { PoolSeed } from './pools.ts';
import { DEVICES } from './surroundings.ts';
import { mostly, shrinksToFirst, sometimes } from './weighted.ts';

/** An attachment before it has its name. */
export interface AttachmentSeed {
  readonly namespace: string;
  readonly kind:
    'macvlan' | 'ipvlan' | 'sriov' | 'sriovWithoutResource' | 'overlay' | 'noIpam' | 'otherIpam' | 'invalid';
  /** `spec.config` of the kind `invalid`. */
  readonly invalid: string;
  readonly defaults: Readonly<Record<AddressFamily, PoolList>>;
  readonly coordinator: string | undefined;
  readonly chained: boolean;
}

const defaults = fc.oneof(
  shrinksToFirst,
  { weight: 1, arbitrary: fc.constant(noPools) },
  { weight: 1, arbitrary: poolList(1) },
);

const attachmentSeed: fc.Arbitrary<AttachmentSeed> = fc.record({
  namespace: mostly([3, 'kube-system'], [1, 'team']),
  kind: mostly<AttachmentSeed['kind']>(
    [24, 'macvlan'],
    [5, 'ipvlan'],
    [6, 'sriov'],
    [1, 'sriovWithoutResource'],
    [1, 'overlay'],
    [2, 'noIpam'],
    [1, 'otherIpam'],
    [1, 'invalid'],
  ),
  invalid: fc.constantFrom(
    '{',
    '[]',
    '"macvlan"',
    '{"name":"x"}',
    '{"plugins":[]}',
    '{"plugins":[{"master":"e"},{"type":"macvlan"}]}',
  ),
  defaults: fc.record({ ipv4: defaults, ipv6: defaults }),
  coordinator: sometimes(2, mostly([8, 'auto'], [1, 'underlay'], [1, 'overlay'])),
  chained: fc.boolean(),
});

export const attachmentSeeds: fc.Arbitrary<readonly AttachmentSeed[]> = fc.array(attachmentSeed, {
  minLength: 1,
  maxLength: 4,
});

export function attachmentId({ namespace }: Pick<AttachmentSeed, 'namespace'>, index: number): string {
  return `${namespace}/a${index}`;
}

export function attachment(seed: AttachmentSeed, index: number, pools: readonly PoolSeed[]): ClusterObject {
  const { namespace, kind } = seed;
  return {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: {
      name: `a${index}`,
      namespace,
      ...(kind === 'sriov' ? { annotations: { 'k8s.v1.cni.cncf.io/resourceName': DEVICES } } : {}),
    },
    spec: { config: configOf(seed, pools) },
  };
}

/** The attachment that stands for the CNI file of the nodes. */
export const fileAttachment: ClusterObject = {
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: { name: 'calico', namespace: 'kube-system' },
  spec: {},
};

function configOf(
  { kind, invalid, defaults, coordinator, chained }: AttachmentSeed,
  pools: readonly PoolSeed[],
): string {
  if (kind === 'invalid') return invalid;
  const main = mainPlugin(kind, {
    ipv4: poolNames(defaults.ipv4, 'ipv4', pools),
    ipv6: poolNames(defaults.ipv6, 'ipv6', pools),
  });
  if (coordinator === undefined && !chained) return JSON.stringify({ cniVersion: '0.3.1', ...main });
  const mode = coordinator === 'auto' ? {} : { mode: coordinator };
  const plugins = [
    main,
    ...(coordinator === undefined ? [] : [{ type: 'coordinator', ...mode, tunePodRoutes: true }]),
  ];
  return JSON.stringify({ cniVersion: '0.3.1', plugins });
}

function mainPlugin(
  kind: Exclude<AttachmentSeed['kind'], 'invalid'>,
  { ipv4, ipv6 }: Readonly<Record<AddressFamily, readonly string[]>>,
): Readonly<Record<string, unknown>> {
  const ipam = {
    type: 'spiderpool',
    ...(ipv4.length === 0 ? {} : { default_ipv4_ippool: ipv4 }),
    ...(ipv6.length === 0 ? {} : { default_ipv6_ippool: ipv6 }),
  };
  switch (kind) {
    case 'macvlan':
    case 'ipvlan':
      return { type: kind, master: 'ens192', ipam };
    case 'sriov':
    case 'sriovWithoutResource':
      return { type: 'sriov', ipam };
    case 'overlay':
      return { type: 'calico', ipam: { type: 'calico-ipam' } };
    case 'noIpam':
      return { type: 'macvlan', master: 'ens192' };
    case 'otherIpam':
      return { type: 'macvlan', master: 'ens192', ipam: { type: 'host-local' } };
  }
}
