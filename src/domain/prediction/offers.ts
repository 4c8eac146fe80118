import type { ClusterView } from '../cluster-view.ts';
import { known } from '../cluster-view.ts';
import type { AddressFamily } from '../ip/address.ts';
import { poolExplainer } from '../spiderpool/eligibility.ts';
import type { PodContext } from '../spiderpool/pod-context.ts';
import { drainOrder } from '../spiderpool/drain-order.ts';
import { poolsByName } from '../spiderpool/pool-index.ts';
import type { Pool } from '../spiderpool/pool.ts';
import { isUsedUp } from '../spiderpool/pool-rules.ts';
import type { PoolReason } from '../spiderpool/pool-rules.ts';
import type { ResolvedNic } from '../spiderpool/resolve-nics.ts';
import { familyName } from '../spiderpool/reason.ts';
import { failureWords } from './failure-words.ts';
import type { Demand, FailureWords } from './prediction.ts';

/** The pools of one NIC and family that are left after the filters, or the words when none is (domain reference 3.1, 3.2). */
export type Filtered =
  | { readonly kind: 'demand'; readonly demand: Demand }
  | { readonly kind: 'filteredOut'; readonly failure: FailureWords };

/**
 * @param names pools by name, patterns expanded
 * @param view with the one node on which the Pod is
 */
export function filterPools(
  nic: ResolvedNic,
  family: AddressFamily,
  names: readonly string[],
  pod: PodContext,
  view: ClusterView,
): Filtered {
  const byName = poolsByName(known(view.pools) ?? []);
  const explain = poolExplainer({ nic, family }, pod, view);
  const eligible: { pool: Pool; free: bigint; beyondRecords: bigint }[] = [];
  const refusals: string[] = [];
  for (const name of names) {
    const pool = byName.get(name);
    if (!pool) continue;
    const { reasons, free, beyondRecords } = explain(pool);
    const refusal = reasons.find(isFilter);
    if (refusal) refusals.push(refusal.upstream ?? refusal.code);
    else eligible.push({ pool, free, beyondRecords });
  }
  const { interfaceName } = nic;
  if (eligible.length > 0) {
    const tiers = drainOrder(eligible, ({ pool }) => pool).map((tier) =>
      tier.map(({ pool, free, beyondRecords }) => ({
        pool: pool.name,
        free,
        recordLimited: beyondRecords > 0n,
        hasGateway: pool.gateway !== undefined,
      })),
    );
    return { kind: 'demand', demand: { nic: interfaceName, family, tiers } };
  }
  const why = refusals.length === 1 ? refusals.join('') : `[${[...new Set(refusals)].join(', ')}]`;
  const text = `no IPPool available, all ${familyName(family)} IPPools [${names.join(' ')}] of ${interfaceName} filtered out: ${why}`;
  return { kind: 'filteredOut', failure: failureWords([interfaceName], text) };
}

/** A pool that has nothing to give passes every filter: it shows when an address is to be taken. */
function isFilter({ code, effect }: PoolReason): boolean {
  return effect === 'no' && !isUsedUp(code);
}
