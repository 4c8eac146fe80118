import { resources } from '../../cluster/resources.ts';
import { useList } from '../../cluster/useList.ts';

import { OWNER_LABELS, POOL_RECLAIM } from '../../domain/spiderpool/annotation-keys.ts';

/**
 * The pools that Spiderpool made for one workload, by the labels it puts on them (domain reference 4.2): those that are
 * deleted with the workload and those that stay. Empty while they are read, or when they may not be.
 */
export function useFixedPools(
  cluster: string,
  uid: string,
): { reclaimed: readonly string[]; kept: readonly string[] } {
  const { items } = useList(cluster, resources.ipPools, { labelSelector: `${OWNER_LABELS.uid}=${uid}` });
  const names = (kept: boolean) =>
    items
      .filter(({ metadata }) => (metadata?.labels?.[POOL_RECLAIM] === 'false') === kept)
      .flatMap(({ metadata }) => metadata?.name ?? [])
      .sort();
  return { reclaimed: names(false), kept: names(true) };
}
