import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import { addressFamilies } from '../ip/address.ts';
import type { AddressFamily } from '../ip/address.ts';
import type { NamesItem } from '../spiderpool/annotation-items.ts';
import type { PodAnnotations } from '../spiderpool/annotations.ts';
import { readAnnotations } from '../spiderpool/annotations.ts';
import { freeAddresses } from '../spiderpool/free.ts';
import type { Pool } from '../spiderpool/pool.ts';
import type { Subnet } from '../spiderpool/subnet.ts';

/**
 * Why a workload has no pool of its own, or one that is too small. Spiderpool's controller tells it to its log alone (domain
 * reference 4.3 and 7.2, 10), so that it has to be worked out from the subnet and the pools.
 */
export type AutoPoolDiagnosis =
  /** Auto-created pools, or subnets as a whole, are switched off. */
  | { readonly kind: 'off' }
  /** Pools or subnets may not be read. */
  | { readonly kind: 'unreadable' }
  /** The annotation gives subnets to interfaces that the Pod does not have, and none to this one. */
  | { readonly kind: 'wrongInterface'; readonly interfaceName: string; readonly listed: readonly string[] }
  | ({ readonly kind: 'subnetMissing' } & AskedSubnet)
  /** The pool was made from another subnet: its name does not tell the subnet, so that no second one can be made. */
  | ({ readonly kind: 'changedSubnet'; readonly pool: string; readonly before: string } & AskedSubnet)
  /** No pool yet, and too few free addresses for one. */
  | ({ readonly kind: 'subnetShort'; readonly needed: number; readonly free: bigint } & AskedSubnet)
  /** The pool is there, too small, and the subnet has too little to let it grow. */
  | ({
      readonly kind: 'cannotGrow';
      readonly pool: string;
      readonly size: bigint;
      readonly needed: number;
      readonly free: bigint;
    } & AskedSubnet)
  /** Nothing of that: the controller is down, or has not come to it yet. */
  | { readonly kind: 'controller' };

interface AskedSubnet {
  readonly interfaceName: string;
  readonly family: AddressFamily;
  readonly subnet: string;
}

/** The workload that the pools belong to, and what it needs of them. */
export interface PoolOwnerFacts {
  readonly uid: string;
  /** Annotations of the Pod template. */
  readonly annotations: PodAnnotations;
  /** Addresses that each of its pools must have; `undefined` where the number cannot be read. */
  readonly poolSize: number | undefined;
}

/**
 * @param interfaceName the NIC that got no pool, where it is known
 * @param interfaces the NICs that the Pod has
 */
export function diagnoseAutoPool(
  owner: PoolOwnerFacts,
  interfaceName: string | undefined,
  interfaces: readonly string[],
  view: ClusterView,
): AutoPoolDiagnosis {
  const { addresses } = readAnnotations(owner.annotations);
  const items = addresses.kind === 'subnets' ? addresses.items : [];
  if (!view.settings.enableAutoPool) return { kind: 'off' };
  const listed = items.map((item) => item.interfaceName);
  const unlisted = [interfaceName ?? '', ...interfaces].find((name) => name !== '' && !listed.includes(name));
  const foreign = listed.filter((name) => !interfaces.includes(name));
  if (interfaceName !== undefined && !listed.includes(interfaceName)) {
    return { kind: 'wrongInterface', interfaceName, listed };
  }
  if (foreign.length > 0 && unlisted !== undefined) {
    return { kind: 'wrongInterface', interfaceName: unlisted, listed: foreign };
  }
  const pools = known(view.pools);
  const subnets = known(view.subnets);
  if (pools === undefined || subnets === undefined) return { kind: 'unreadable' };
  const own = pools.filter((pool) => pool.owner?.uid === owner.uid);
  // The controller takes the NICs in their order, and the first that fails keeps the others waiting.
  for (const asked of items.flatMap(askedSubnets)) {
    const problem = subnetProblem(asked, own, subnets, owner.poolSize, view);
    if (problem !== undefined) return problem;
  }
  return { kind: 'controller' };
}

function askedSubnets({ interfaceName, names }: NamesItem): readonly AskedSubnet[] {
  return addressFamilies.flatMap((family) => {
    const subnet = names[family][0];
    return subnet === undefined || subnet === '' ? [] : [{ interfaceName, family, subnet }];
  });
}

function subnetProblem(
  asked: AskedSubnet,
  own: readonly Pool[],
  subnets: readonly Subnet[],
  needed: number | undefined,
  view: ClusterView,
): AutoPoolDiagnosis | undefined {
  const { interfaceName, family } = asked;
  const subnet = subnets.find(({ name, terminating }) => name === asked.subnet && !terminating);
  if (subnet === undefined) return { kind: 'subnetMissing', ...asked };
  const pool = own.find((each) => each.owner?.interfaceName === interfaceName && each.family === family);
  const before = pool?.owner?.subnet ?? asked.subnet;
  if (pool !== undefined && before !== asked.subnet) {
    return { kind: 'changedSubnet', pool: pool.name, before, ...asked };
  }
  if (needed === undefined) return undefined;
  const free = freeAddresses(subnet, known(view.reserved)?.[family]);
  const size = pool?.total ?? 0n;
  if (BigInt(needed) - size <= free) return undefined;
  return pool === undefined
    ? { kind: 'subnetShort', needed, free, ...asked }
    : { kind: 'cannotGrow', pool: pool.name, size, needed, free, ...asked };
}
