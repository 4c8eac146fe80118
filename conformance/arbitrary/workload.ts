import * as fc from 'fast-check';
import type { AddressFamily } from '../../src/domain/ip/address.ts';
import type {
  AddressSource,
  Draft,
  NetworkDraft,
  NicDraft,
  RouteDraft,
} from '../../src/domain/workload/draft.ts';
import { neededDevices, type ResourceOf } from '../../src/domain/workload/device-resources.ts';
import { emptyContainer, emptyNic, newDraft, newNetwork } from '../../src/domain/workload/new-draft.ts';
import { attachmentId } from './attachments.ts';
import type { AttachmentSeed } from './attachments.ts';
import { nameOf, noPools, poolList, poolNames, subnetPick } from './picks.ts';
import type { Pick, PoolList } from './picks.ts';
import type { PoolSeed } from './pools.ts';
import type { SubnetSeed } from './subnets.ts';
import { DEVICES, NAMESPACE } from './surroundings.ts';
import { mostly, rarely, shrinksToFirst, sometimes } from './weighted.ts';

/** What there is to choose from. */
export interface Offered {
  readonly attachments: readonly AttachmentSeed[];
  readonly pools: readonly PoolSeed[];
  readonly subnets: readonly SubnetSeed[];
}

interface NicSeed {
  readonly attachment: number;
  readonly interfaceName: string;
  readonly pools: Readonly<Record<AddressFamily, PoolList>>;
  readonly subnets: Readonly<Record<AddressFamily, Pick | undefined>>;
  readonly cleanGateway: boolean;
}

const nicSeed: fc.Arbitrary<NicSeed> = fc.record({
  attachment: fc.nat({ max: 60 }),
  interfaceName: mostly([9, ''], [1, 'uplink']),
  pools: fc.record({
    ipv4: fc.oneof(
      shrinksToFirst,
      { weight: 9, arbitrary: poolList(1) },
      { weight: 1, arbitrary: fc.constant(noPools) },
    ),
    ipv6: sometimes(3, poolList(1)).map((list) => list ?? noPools),
  }),
  subnets: fc.record({
    ipv4: fc.oneof({ weight: 5, arbitrary: subnetPick }, { weight: 1, arbitrary: fc.constant(undefined) }),
    ipv6: sometimes(3, subnetPick),
  }),
  cleanGateway: rarely(6),
});

interface WorkloadSeed {
  readonly replicas: number;
  readonly source: AddressSource;
  readonly eth0: NicSeed | undefined;
  readonly eth0IsListed: boolean;
  /** Two NICs may have one subnet: mostly nobody asks for that. */
  readonly subnetsRepeat: boolean;
  readonly nics: readonly NicSeed[];
  readonly elastic: NetworkDraft['elastic'];
  readonly keepPool: boolean;
  readonly routes: RouteDraft | undefined;
  readonly defaultRoute: number | undefined;
  readonly devicesForgotten: boolean;
  readonly zone: string | undefined;
  readonly tier: string | undefined;
}

export const workloadSeed: fc.Arbitrary<WorkloadSeed> = fc.record({
  replicas: mostly([3, 2], [3, 1], [2, 3], [2, 4], [1, 5], [1, 0]),
  source: fc.constantFrom<AddressSource>('pools', 'default', 'fixed'),
  eth0: sometimes(4, nicSeed),
  eth0IsListed: mostly([9, true], [1, false]),
  subnetsRepeat: rarely(10),
  nics: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 9, arbitrary: fc.array(nicSeed, { minLength: 1, maxLength: 2 }) },
    { weight: 2, arbitrary: fc.array(nicSeed, { minLength: 3, maxLength: 3 }) },
  ),
  elastic: fc.record({
    enabled: mostly([4, true], [1, false]),
    count: mostly([2, '1'], [1, '0'], [1, '2'], [1, '3']),
    form: mostly<NetworkDraft['elastic']['form']>([4, 'elastic'], [1, 'total']),
  }),
  keepPool: rarely(4),
  routes: sometimes(
    20,
    fc.constantFrom<RouteDraft>(
      { destination: '192.168.0.0/24', gateway: '10.0.0.1' },
      { destination: '192.168.0.0', gateway: '10.0.0.1' },
      { destination: '192.168.0.0/24', gateway: 'fd00::1' },
    ),
  ),
  defaultRoute: sometimes(3, fc.nat({ max: 3 })),
  devicesForgotten: rarely(12),
  zone: sometimes(12, fc.constantFrom('a', 'a', 'b', 'nowhere')),
  tier: sometimes(4, fc.constantFrom('front', 'back')),
});

/** The draft of a workload in this cluster. */
export function draftOf(seed: WorkloadSeed, offered: Offered): Draft {
  const draft = newDraft({ namespace: NAMESPACE });
  const { zone, tier } = seed;
  return {
    ...draft,
    basics: { ...draft.basics, name: 'web', replicas: String(seed.replicas) },
    containers: [{ ...emptyContainer(), name: 'main', image: 'registry.example.com/web:1' }],
    scheduling: {
      ...draft.scheduling,
      nodeSelector: zone === undefined ? [] : [{ key: 'zone', value: zone }],
    },
    metadata: { ...draft.metadata, podLabels: tier === undefined ? [] : [{ key: 'tier', value: tier }] },
    network: networkOf(seed, offered),
  };
}

function networkOf(seed: WorkloadSeed, offered: Offered): NetworkDraft {
  const { source, eth0, eth0IsListed, elastic, keepPool, routes, defaultRoute } = seed;
  const rows = [
    eth0 ? nicOf(eth0, source, offered, { isEth0: true, isListed: eth0IsListed }) : emptyNic(),
    ...seed.nics.map((nic) => nicOf(nic, source, offered, { isEth0: false, isListed: true })),
  ];
  const distinct = seed.subnetsRepeat ? rows : withDistinctSubnets(rows, offered);
  const [first = emptyNic(), ...nics] = uniquelyNamed(distinct).map((nic, index) => ({
    ...nic,
    defaultRoute: defaultRoute === index,
  }));
  const network: NetworkDraft = {
    ...newNetwork(),
    source,
    ...(source === 'fixed' ? { elastic, keepPool } : {}),
    eth0: first,
    nics,
    routes: routes ? [routes] : [],
  };
  return {
    ...network,
    deviceResources: seed.devicesForgotten ? [] : neededDevices(network, resourceOf(offered)),
  };
}

function resourceOf({ attachments }: Offered): ResourceOf {
  const withDevices = new Set(
    attachments.flatMap((seed, index) => (seed.kind === 'sriov' ? [attachmentId(seed, index)] : [])),
  );
  return (id) => (withDevices.has(id) ? { name: DEVICES, shared: false } : undefined);
}

/** Each NIC has a subnet that no NIC before it has, as long as there is one. */
function withDistinctSubnets(rows: readonly NicDraft[], { subnets }: Offered): readonly NicDraft[] {
  const taken = new Set<string>();
  const distinct = (name: string, family: AddressFamily) => {
    const others = subnets.flatMap((seed, index) => (seed.family === family ? [`s${index}`] : []));
    const free = [name, ...others].find((candidate) => !taken.has(candidate));
    if (name === '' || free === undefined) return '';
    taken.add(free);
    return free;
  };
  return rows.map((nic) => ({
    ...nic,
    subnets: { ipv4: distinct(nic.subnets.ipv4, 'ipv4'), ipv6: distinct(nic.subnets.ipv6, 'ipv6') },
  }));
}

/** A name typed by hand may be there once: the form takes no second one. */
function uniquelyNamed(rows: readonly NicDraft[]): readonly NicDraft[] {
  return rows.map((nic, index) =>
    rows.findIndex(({ interfaceName }) => interfaceName === nic.interfaceName) < index
      ? { ...nic, interfaceName: '' }
      : nic,
  );
}

function nicOf(
  seed: NicSeed,
  source: AddressSource,
  offered: Offered,
  { isEth0, isListed }: { readonly isEth0: boolean; readonly isListed: boolean },
): NicDraft {
  const nic: NicDraft = {
    ...emptyNic(),
    attachment: attachmentOf(seed.attachment, offered, isEth0),
    interfaceName: isEth0 ? '' : seed.interfaceName,
  };
  if (!isListed) return nic;
  if (source === 'default') return nic;
  if (source === 'fixed') {
    const subnetOf = (family: AddressFamily) => {
      const pick = seed.subnets[family];
      return (pick && nameOf(pick, family, offered.subnets, 's')) ?? '';
    };
    return { ...nic, subnets: { ipv4: subnetOf('ipv4'), ipv6: subnetOf('ipv6') } };
  }
  const pools = {
    ipv4: poolNames(seed.pools.ipv4, 'ipv4', offered.pools),
    ipv6: poolNames(seed.pools.ipv6, 'ipv6', offered.pools),
  };
  return { ...nic, pools, cleanGateway: seed.cleanGateway && pools.ipv4.length + pools.ipv6.length > 0 };
}

/** Mostly one that is there. An overlay is never an added NIC: what a second one does is nobody's rule. */
function attachmentOf(at: number, { attachments }: Offered, isEth0: boolean): string {
  const ids = attachments.flatMap((seed, index) =>
    isEth0 || seed.kind !== 'overlay' ? [attachmentId(seed, index)] : [],
  );
  if (isEth0 && at > 45) return 'kube-system/calico';
  return at === 60 || ids.length === 0 ? 'kube-system/gone' : (ids[at % ids.length] ?? '');
}
