import type { AddressFamily } from '../../../domain/ip/address.ts';
import type { NetworkDraft, UpgradeDraft } from '../../../domain/workload/draft.ts';
import { rolloutOf } from '../../../domain/workload/rollout.ts';
import { neededAddresses, replicaCount } from '../needed-addresses.ts';
import type { NicView } from '../nic-view.ts';

/** How far the addresses of one NIC and family go, in addresses. */
export interface Capacity {
  readonly total: bigint;
  /** Held by others, or reserved. */
  readonly inUse: bigint;
  /** What this workload will hold. */
  readonly mine: bigint;
  /** What a rolling update holds beyond that, at most. */
  readonly rollout: bigint;
  /** What is left then; below zero they are short. */
  readonly left: bigint;
}

/**
 * The sum over the chosen pools, or the chosen subnet (domain reference 5.1 and 5.2). A fixed pool is taken from its
 * subnet at once with its elastic addresses, and a rolling update lives on those; shared pools are drawn from live.
 * @param replicas as typed
 * @returns `undefined` while nothing is chosen, an object cannot be read, or a number is being typed
 */
export function capacityOf(
  nic: NicView,
  family: AddressFamily,
  network: NetworkDraft,
  replicas: string,
  upgrade: UpgradeDraft,
): Capacity | undefined {
  const facts = nic.stocks[family].flatMap((stock) => stock.facts ?? []);
  if (facts.length === 0 || facts.length < nic.stocks[family].length) return undefined;
  const demand = demandOf(network, replicas, upgrade);
  if (demand === undefined) return undefined;
  const total = facts.reduce((sum, each) => sum + each.total, 0n);
  const free = facts.reduce((sum, each) => sum + each.free, 0n);
  return { total, inUse: total - free, ...demand, left: free - demand.mine - demand.rollout };
}

function demandOf(
  network: NetworkDraft,
  replicas: string,
  upgrade: UpgradeDraft,
): Pick<Capacity, 'mine' | 'rollout'> | undefined {
  if (network.source === 'fixed') {
    const mine = neededAddresses(network, replicas);
    return mine === undefined ? undefined : { mine, rollout: 0n };
  }
  const pods = replicaCount(replicas);
  const rollout = pods === undefined ? undefined : rolloutOf(pods, upgrade);
  if (pods === undefined || rollout === undefined || !rollout.ok) return undefined;
  return { mine: BigInt(pods), rollout: BigInt(rollout.value.surge) };
}
