import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import { poolExplainer } from '../spiderpool/eligibility.ts';
import { expandNames } from '../spiderpool/expand-names.ts';
import { nicRows } from '../spiderpool/nic-rows.ts';
import { poolsByName } from '../spiderpool/pool-index.ts';
import type { PodContext } from '../spiderpool/pod-context.ts';
import type { Pool } from '../spiderpool/pool.ts';
import type { NetworkDraft } from '../workload/draft.ts';
import type { CapacityForecast } from './forecast.ts';
import { isLegible } from './legible.ts';

/**
 * The pool to add to a NIC that has too few addresses: one that will surely work, that no NIC of the workload has, and
 * that has what is missing at the peak of a rolling update. Of the network that the chosen pools are of: Spiderpool
 * would give an address of another one, and nothing would answer there.
 */
export function helpfulPool(
  { nic, family, demand, capacity, supply }: CapacityForecast,
  network: NetworkDraft,
  pod: PodContext,
  view: ClusterView,
): Pool | undefined {
  const pools = known(view.pools);
  if (pools === undefined || supply?.kind !== 'pools') return undefined;
  const used = new Set(
    nicRows(network).flatMap((row) => expandNames(row.nic.pools[family], family, pools).names),
  );
  const byName = poolsByName(pools);
  const chosen = [...supply.shares.map(({ pool }) => pool.name), ...supply.shutOut];
  const networks = new Set(chosen.flatMap((name) => byName.get(name)?.subnet ?? []));
  const missing = BigInt(demand.peak) - capacity;
  const explain = poolExplainer({ nic, family }, pod, view);
  const works = (pool: Pool) => {
    const { verdict, free } = explain(pool);
    return verdict === 'eligible' && free >= missing;
  };
  return pools.find(
    (pool) =>
      pool.family === family &&
      networks.has(pool.subnet) &&
      !used.has(pool.name) &&
      pool.unheldCount >= missing &&
      isLegible(pool) &&
      works(pool),
  );
}
