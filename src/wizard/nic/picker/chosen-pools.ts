import { known } from '../../../domain/cluster-view.ts';
import type { AddressFamily } from '../../../domain/ip/address.ts';
import { expandNames } from '../../../domain/spiderpool/expand-names.ts';
import { poolExplainer, type PoolExplanation } from '../../../domain/spiderpool/eligibility.ts';
import { poolsByName } from '../../../domain/spiderpool/pool-index.ts';
import { isPoolPattern } from '../../../domain/spiderpool/pool-pattern.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';

/** A pool that is chosen for a NIC, and what has become of it. */
export interface ChosenPool {
  readonly name: string;
  readonly state: ChosenState;
}

export type ChosenState =
  | { readonly kind: 'eligible' | 'conditional' | 'no'; readonly explained: PoolExplanation }
  /** Pools cannot be read. */
  | { readonly kind: 'unverified' }
  /** A pattern of a manifest, and how many pools it selects now. */
  | { readonly kind: 'pattern'; readonly matches: number }
  | { readonly kind: 'missing' };

/** The pools of a NIC as they stand now: the draft, the namespace and the cluster may have changed since they were chosen. */
export function useChosenPools(nic: NicView, family: AddressFamily): readonly ChosenPool[] {
  const { view, pod } = useNicScope();
  const pools = known(view.pools);
  const explain = poolExplainer({ nic, family }, pod, view);
  return nic.nic.pools[family].map((name): ChosenPool => {
    if (pools === undefined) return { name, state: { kind: 'unverified' } };
    if (isPoolPattern(name)) {
      return { name, state: { kind: 'pattern', matches: expandNames([name], family, pools).names.length } };
    }
    const pool = poolsByName(pools).get(name);
    if (pool === undefined) return { name, state: { kind: 'missing' } };
    const explained = explain(pool);
    return { name, state: { kind: explained.verdict, explained } };
  });
}
