import { known } from '../../domain/cluster-view.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import { addressFamilies, type AddressFamily } from '../../domain/ip/address.ts';
import { expandNames } from '../../domain/spiderpool/expand-names.ts';
import { poolRoom } from '../../domain/spiderpool/record-limit.ts';
import { freeAddresses } from '../../domain/spiderpool/free.ts';
import { poolsByName } from '../../domain/spiderpool/pool-index.ts';
import { addressOrigins, type AddressOrigin } from '../../domain/spiderpool/precedence.ts';
import { resolveNics, type ResolvedNic } from '../../domain/spiderpool/resolve-nics.ts';
import type { NetworkDraft } from '../../domain/workload/draft.ts';

/** What the step shows of one NIC, worked out once for its row, the picture, the YAML's hues and the summary. */
export interface NicView extends ResolvedNic {
  /** Position in the Pod: 0 is eth0. Chooses the hue. */
  readonly position: number;
  readonly addressing: Addressing;
  /** Where the addresses come from as it stands, by Spiderpool's precedence. */
  readonly origin: AddressOrigin;
  /** The pools or subnets of each family that is switched on; empty where none is chosen. */
  readonly stocks: Readonly<Record<AddressFamily, readonly StockView[]>>;
}

export type Addressing =
  /** Spiderpool gives the addresses: they are chosen here. */
  | 'spiderpool'
  /** No attachment yet, or one that cannot be looked at: pools and subnets may be chosen already. */
  | 'undecided'
  /** eth0 on the cluster's own network: nothing to choose. */
  | 'cluster'
  /** An added NIC with an IPAM of its own, or none. */
  | 'ownIpam';

/** A pool or subnet that was chosen or comes by default. */
export interface StockView {
  readonly kind: 'pool' | 'subnet';
  readonly name: string;
  /** `undefined` when there is no such object, or none can be read. */
  readonly facts: StockFacts | undefined;
}

export interface StockFacts {
  readonly cidr: string;
  readonly gateway: string | undefined;
  readonly free: bigint;
  readonly total: bigint;
}

/** The families that Spiderpool gives addresses of in this cluster. */
export function enabledFamilies({ settings }: ClusterView): readonly AddressFamily[] {
  return addressFamilies.filter((family) => (family === 'ipv4' ? settings.enableIPv4 : settings.enableIPv6));
}

/** Every NIC of the draft, eth0 first. */
export function nicViews(network: NetworkDraft, namespace: string, view: ClusterView): readonly NicView[] {
  const origins = addressOrigins(network, namespace, view);
  const families = enabledFamilies(view);
  return resolveNics(network, view).flatMap((nic, position): NicView[] => {
    const origin = origins[position];
    if (origin === undefined) return [];
    const stocksOf = (family: AddressFamily) =>
      families.includes(family) ? stocks(network, nic, origin, family, view) : [];
    return [
      {
        ...nic,
        position,
        origin,
        addressing: addressingOf(nic),
        stocks: { ipv4: stocksOf('ipv4'), ipv6: stocksOf('ipv6') },
      },
    ];
  });
}

function addressingOf({ spiderpool, index }: ResolvedNic): Addressing {
  switch (spiderpool) {
    case 'yes':
      return 'spiderpool';
    case 'unknown':
      return 'undecided';
    case 'no':
      return index === 'eth0' ? 'cluster' : 'ownIpam';
  }
}

function stocks(
  { source }: NetworkDraft,
  { nic }: ResolvedNic,
  origin: AddressOrigin,
  family: AddressFamily,
  view: ClusterView,
): readonly StockView[] {
  switch (source) {
    case 'fixed':
      return nic.subnets[family] === '' ? [] : [subnetView(nic.subnets[family], view)];
    case 'pools':
      return expandNames(nic.pools[family], family, known(view.pools)).names.map((name) =>
        poolView(name, view),
      );
    case 'default':
      return origin.names[family].map((name) => poolView(name, view));
  }
}

export function poolView(name: string, view: ClusterView): StockView {
  const pool = poolsByName(known(view.pools) ?? []).get(name);
  const facts = pool && {
    cidr: pool.subnet,
    gateway: pool.gateway,
    free: poolRoom(pool, known(view.reserved)?.[pool.family]).free,
    total: pool.total,
  };
  return { kind: 'pool', name, facts };
}

export function subnetView(name: string, view: ClusterView): StockView {
  const subnet = known(view.subnets)?.find((each) => each.name === name);
  const facts = subnet && {
    cidr: subnet.subnet,
    gateway: subnet.gateway,
    free: freeAddresses(subnet, known(view.reserved)?.[subnet.family]),
    total: subnet.total,
  };
  return { kind: 'subnet', name, facts };
}
