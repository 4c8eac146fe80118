import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import type { AddressFamily } from '../ip/address.ts';
import { listIndex } from '../list-index.ts';
import { freeAddresses } from '../spiderpool/free.ts';
import type { Pool } from '../spiderpool/pool.ts';
import type { Subnet } from '../spiderpool/subnet.ts';
import type { CapacityAsker } from './asker.ts';
import { keptPool } from './kept-pool.ts';
import { isLegible } from './legible.ts';
import { neededAddresses, wholeNumber } from './needed-addresses.ts';
import type { Place } from './place.ts';
import type { FixedSupply, SubnetStock } from './supply.ts';

/**
 * The fixed pool of one NIC and family (domain reference 4.3).
 * @returns `undefined` where no pool can be forecast: a number is being typed, or there is no such subnet
 */
export function fixedSupply(
  { origin: { nic, names }, family }: Place,
  asker: CapacityAsker,
  view: ClusterView,
): FixedSupply | undefined {
  const [subnet] = names[family];
  const size = neededAddresses(asker.network, asker.replicas);
  if (subnet === undefined || size === undefined) return undefined;
  const stock = subnetStock(subnet, family, view);
  if (stock === undefined) return undefined;
  const place = { interfaceName: nic.interfaceName, family, subnet };
  const kept = keptPool(place, asker.pod, known(view.pools) ?? []);
  const had = kept?.total ?? 0n;
  const needed = size > had ? size - had : 0n;
  const unusable = kept === undefined ? 0n : reservedIn(kept, view);
  return {
    kind: 'fixed',
    subnet,
    size,
    elastic: elasticOf(asker),
    kept: had,
    keptKnown: view.pools.state === 'known',
    unusable,
    needed,
    stock,
  };
}

/** The usable subnet of a name; `undefined` where there is none, of which other findings speak. */
function subnetStock(name: string, family: AddressFamily, view: ClusterView): SubnetStock | undefined {
  const subnets = known(view.subnets);
  if (subnets === undefined) return { state: view.subnets.state === 'loading' ? 'loading' : 'unreadable' };
  const subnet = subnetsByName(subnets).get(name);
  if (subnet === undefined || subnet.family !== family || subnet.terminating) return undefined;
  return {
    state: 'known',
    free: freeAddresses(subnet, known(view.reserved)?.[family]),
    total: subnet.total,
    legible: isLegible(subnet),
  };
}

const subnetsByName = listIndex<Subnet>(({ name }) => name);

/** Reserved addresses that nobody holds: part of a pool, and never handed out. */
function reservedIn(pool: Pool, view: ClusterView): bigint {
  return pool.unheldCount - freeAddresses(pool, known(view.reserved)?.[pool.family]);
}

function elasticOf({ network: { elastic } }: CapacityAsker): bigint | undefined {
  if (elastic.form === 'total') return undefined;
  return BigInt(elastic.enabled ? (wholeNumber(elastic.count) ?? 0) : 0);
}
