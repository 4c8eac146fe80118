import { known, type ClusterView } from '../../cluster-view.ts';
import { addressFamilies, type AddressFamily } from '../../ip/address.ts';
import { poolExplainer } from '../../spiderpool/eligibility.ts';
import { expandNames } from '../../spiderpool/expand-names.ts';
import { nicRows, type NicRow } from '../../spiderpool/nic-rows.ts';
import { podContextOf } from '../../spiderpool/pod-context.ts';
import { poolsByName } from '../../spiderpool/pool-index.ts';
import { resolveNics, type ResolvedNic } from '../../spiderpool/resolve-nics.ts';
import { explainSubnet } from '../../spiderpool/subnet-eligibility.ts';
import type { AddressStock } from '../../spiderpool/stock.ts';
import { withNic, type NicIndex } from '../../spiderpool/with-nic.ts';
import type { Draft } from '../../workload/draft.ts';
import { defaultNetworks, networkOf } from '../nics/network-agreement.ts';

/** Which NIC and family something is chosen for. */
export interface ChoiceFor {
  readonly index: NicIndex;
  readonly family: AddressFamily;
}

/**
 * The pool that a NIC had best draw from: one that will serve it on every node, has free addresses and is no other
 * NIC's; of the attachment's own network where there is one, and with the most to give.
 */
export function bestPool(draft: Draft, { index, family }: ChoiceFor, view: ClusterView): string | undefined {
  const nic = resolved(draft, index, view);
  const pools = known(view.pools);
  if (nic === undefined || pools === undefined) return undefined;
  const taken = new Set(
    nicRows(draft.network).flatMap((row) => expandNames(row.nic.pools[family], family, pools).names),
  );
  const explain = poolExplainer({ nic, family }, podContextOf(draft), view);
  const works = pools
    .filter((pool) => pool.family === family && !taken.has(pool.name))
    .map(explain)
    .filter(({ verdict, free }) => verdict === 'eligible' && free > 0n);
  return best(
    works.map(({ pool, free }) => ({ stock: pool, name: pool.name, free })),
    networksOf(nic, family, view),
  );
}

/** The subnet that a NIC's fixed pool had best be made from, by the same measure. */
export function bestSubnet(
  draft: Draft,
  { index, family }: ChoiceFor,
  view: ClusterView,
): string | undefined {
  const nic = resolved(draft, index, view);
  const subnets = known(view.subnets);
  if (nic === undefined || subnets === undefined) return undefined;
  const taken = new Set(nicRows(draft.network).map((row) => row.nic.subnets[family]));
  const works = subnets
    .filter((subnet) => subnet.family === family && !taken.has(subnet.name))
    .map((subnet) => explainSubnet(subnet, { family }, view))
    .filter(({ verdict }) => verdict === 'eligible');
  return best(
    works.map(({ subnet, free }) => ({ stock: subnet, name: subnet.name, free })),
    networksOf(nic, family, view),
  );
}

interface Choice {
  readonly name: string;
  readonly stock: AddressStock;
  readonly free: bigint;
}

/** One pass: there may be thousands. */
function best(choices: readonly Choice[], networks: readonly string[]): string | undefined {
  let found: { choice: Choice; fits: boolean } | undefined;
  for (const choice of choices) {
    const network = networks.length > 0 ? networkOf(choice.stock) : undefined;
    const fits = network !== undefined && networks.includes(network);
    const better =
      found === undefined ||
      (fits && !found.fits) ||
      (fits === found.fits && choice.free > found.choice.free);
    if (better) found = { choice, fits };
  }
  return found?.choice.name;
}

function resolved({ network }: Draft, index: NicIndex, view: ClusterView): ResolvedNic | undefined {
  return resolveNics(network, view).find((nic) => nic.index === index);
}

function networksOf(nic: ResolvedNic, family: AddressFamily, view: ClusterView): readonly string[] {
  const config = nic.resolution.state === 'found' ? nic.resolution.attachment.config : undefined;
  return config?.kind === 'decoded' ? defaultNetworks(config, family, view) : [];
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
 * @returns `undefined` where there is nothing to choose
 */
export function served(draft: Draft, index: NicIndex, view: ClusterView): Draft | undefined {
  const nic = resolved(draft, index, view);
  const { source } = draft.network;
  if (nic === undefined || nic.spiderpool !== 'yes' || source === 'default') return draft;
  if (hasChoice(nic, source)) return draft;
  for (const family of familiesOf(view)) {
    const choice = { index, family };
    const name = source === 'fixed' ? bestSubnet(draft, choice, view) : bestPool(draft, choice, view);
    if (name === undefined) continue;
    return source === 'fixed' ? withSubnet(draft, choice, name) : withPools(draft, choice, [name]);
  }
  return undefined;
}

function hasChoice({ nic }: NicRow, source: 'fixed' | 'pools'): boolean {
  return addressFamilies.some((family) =>
    source === 'fixed' ? nic.subnets[family] !== '' : nic.pools[family].length > 0,
  );
}

/**
 * The draft in which every NIC has pools of its own, chosen by name: those that its attachment names where they will
 * serve it, else the best there are (the way out of domain reference 1.2).
 * @returns `undefined` where a NIC has nothing to choose from
 */
export function withChosenPools(draft: Draft, view: ClusterView): Draft | undefined {
  let next: Draft | undefined = { ...draft, network: { ...draft.network, source: 'pools' } };
  for (const { index } of nicRows(draft.network)) {
    if (next === undefined) return undefined;
    next = served(withOwnDefaults(next, index, view), index, view);
  }
  return next;
}

/** The default pools of the NIC's attachment as its chosen ones, where none are chosen. */
function withOwnDefaults(draft: Draft, index: NicIndex, view: ClusterView): Draft {
  const nic = resolved(draft, index, view);
  const pools = known(view.pools);
  const config = nic?.resolution.state === 'found' ? nic.resolution.attachment.config : undefined;
  if (nic === undefined || pools === undefined || config?.kind !== 'decoded' || hasChoice(nic, 'pools')) {
    return draft;
  }
  const byName = poolsByName(pools);
  return familiesOf(view).reduce((before, family) => {
    const explain = poolExplainer({ nic, family }, podContextOf(draft), view);
    const taken = new Set(nicRows(before.network).flatMap((row) => row.nic.pools[family]));
    const names = expandNames(config.defaultPools[family], family, pools).names.filter((name) => {
      const pool = byName.get(name);
      return pool?.family === family && !taken.has(name) && explain(pool).verdict === 'eligible';
    });
    return withPools(before, { index, family }, names);
  }, draft);
}
