import { known, type ClusterView } from '../../cluster-view.ts';
import { addressFamilies, type AddressFamily } from '../../ip/address.ts';
import { poolExplainer } from '../../spiderpool/eligibility.ts';
import { expandNames } from '../../spiderpool/expand-names.ts';
import { nicRows } from '../../spiderpool/nic-rows.ts';
import { podContextOf } from '../../spiderpool/pod-context.ts';
import { poolsByName } from '../../spiderpool/pool-index.ts';
import { resolveNics, type ResolvedNic } from '../../spiderpool/resolve-nics.ts';
import { explainSubnet } from '../../spiderpool/subnet-eligibility.ts';
import type { AddressStock } from '../../spiderpool/stock.ts';
import { withNic, type NicIndex } from '../../spiderpool/with-nic.ts';
import type { Draft } from '../../workload/draft.ts';
import { type NetworkTest, nicNetworks } from './nic-network.ts';

/** Which NIC and family something is chosen for. */
export interface ChoiceFor {
  readonly index: NicIndex;
  readonly family: AddressFamily;
}

/**
 * The pool that a NIC had best draw from: one that will serve it on every node, has free addresses and is no other
 * NIC's; of a network that the NIC is known to be on (`nicNetworks`), and there with the most to give.
 * @param replaced what the pool takes the place of
 * @returns `undefined` where there is none, and where nobody knows which network is right
 */
export function bestPool(
  draft: Draft,
  { index, family }: ChoiceFor,
  view: ClusterView,
  replaced: readonly AddressStock[] = [],
): string | undefined {
  const nic = resolved(draft, index, view);
  const pools = known(view.pools);
  if (nic === undefined || pools === undefined) return undefined;
  const networks = nicNetworks(nic, family, replaced, view);
  if (networks.length === 0) return undefined;
  const taken = new Set(
    nicRows(draft.network).flatMap((row) => expandNames(row.nic.pools[family], family, pools).names),
  );
  const explain = poolExplainer({ nic, family }, podContextOf(draft), view);
  const works = pools
    .filter(
      (pool) => pool.family === family && !taken.has(pool.name) && networks.some((isRight) => isRight(pool)),
    )
    .map(explain)
    .filter(({ verdict, free }) => verdict === 'eligible' && free > 0n);
  return best(
    works.map(({ pool, free }) => ({ stock: pool, name: pool.name, free })),
    networks,
  );
}

/** The subnet that a NIC's fixed pool had best be made from, by the same measure. */
export function bestSubnet(
  draft: Draft,
  { index, family }: ChoiceFor,
  view: ClusterView,
  replaced: readonly AddressStock[] = [],
): string | undefined {
  const nic = resolved(draft, index, view);
  const subnets = known(view.subnets);
  if (nic === undefined || subnets === undefined) return undefined;
  const networks = nicNetworks(nic, family, replaced, view);
  const taken = new Set(nicRows(draft.network).map((row) => row.nic.subnets[family]));
  const works = subnets
    .filter((subnet) => subnet.family === family && !taken.has(subnet.name))
    .map((subnet) => explainSubnet(subnet, { family }, view))
    .filter(({ verdict }) => verdict === 'eligible');
  return best(
    works.map(({ subnet, free }) => ({ stock: subnet, name: subnet.name, free })),
    networks,
  );
}

interface Choice {
  readonly name: string;
  readonly stock: AddressStock;
  readonly free: bigint;
}

/** The one with the most free addresses of the first network that has any. */
function best(choices: readonly Choice[], networks: readonly NetworkTest[]): string | undefined {
  for (const isRight of networks) {
    let most: Choice | undefined;
    for (const choice of choices) {
      if (isRight(choice.stock) && (most === undefined || choice.free > most.free)) most = choice;
    }
    if (most !== undefined) return most.name;
  }
  return undefined;
}

function resolved({ network }: Draft, index: NicIndex, view: ClusterView): ResolvedNic | undefined {
  return resolveNics(network, view).find((nic) => nic.index === index);
}

/** The pools or subnets behind names and patterns, as far as they are known. */
export function stocksNamed(
  kind: 'pools' | 'subnets',
  names: readonly string[],
  family: AddressFamily,
  view: ClusterView,
): readonly AddressStock[] {
  if (kind === 'subnets') {
    return (known(view.subnets) ?? []).filter((subnet) => names.includes(subnet.name));
  }
  const pools = known(view.pools) ?? [];
  const byName = poolsByName(pools);
  return expandNames(names, family, pools).names.flatMap((name) => byName.get(name) ?? []);
}

/** The families of which the cluster hands out addresses. */
export function familiesOf({ settings }: ClusterView): readonly AddressFamily[] {
  return addressFamilies.filter((family) => (family === 'ipv4' ? settings.enableIPv4 : settings.enableIPv6));
}

/** The draft with other pools for a NIC and family. */
export function withPools(draft: Draft, { index, family }: ChoiceFor, names: readonly string[]): Draft {
  const network = withNic(draft.network, index, (nic) => ({
    ...nic,
    pools: { ...nic.pools, [family]: [...names] },
  }));
  return { ...draft, network };
}

/** The draft with another subnet for a NIC and family; `''` is none. */
export function withSubnet(draft: Draft, { index, family }: ChoiceFor, name: string): Draft {
  const network = withNic(draft.network, index, (nic) => ({
    ...nic,
    subnets: { ...nic.subnets, [family]: name },
  }));
  return { ...draft, network };
}

/**
 * The draft in which the NIC gets addresses, if Spiderpool is to give them: as it is where something is chosen, else
 * with the best there is.
 * @param replacedOf what the choice takes the place of, in each family
 * @returns `undefined` where there is nothing to choose
 */
export function served(
  draft: Draft,
  index: NicIndex,
  view: ClusterView,
  replacedOf: (family: AddressFamily) => readonly AddressStock[] = () => [],
): Draft | undefined {
  const { source } = draft.network;
  if (!lacksChoice(draft, index, view) || source === 'default') return draft;
  for (const family of familiesOf(view)) {
    const choice = { index, family };
    const find = source === 'fixed' ? bestSubnet : bestPool;
    const name = find(draft, choice, view, replacedOf(family));
    if (name === undefined) continue;
    return source === 'fixed' ? withSubnet(draft, choice, name) : withPools(draft, choice, [name]);
  }
  return undefined;
}

/** Whether the NIC asks Spiderpool for addresses and nothing is chosen for it, by the draft's source of addresses. */
export function lacksChoice(draft: Draft, index: NicIndex, view: ClusterView): boolean {
  const nic = resolved(draft, index, view);
  const { source } = draft.network;
  if (nic === undefined || nic.spiderpool !== 'yes' || source === 'default') return false;
  return addressFamilies.every((family) =>
    source === 'fixed' ? nic.nic.subnets[family] === '' : nic.nic.pools[family].length === 0,
  );
}
