import type { ClusterView } from '../../../domain/cluster-view.ts';
import { poolsFor, type PoolAsker, type PoolExplanation } from '../../../domain/spiderpool/eligibility.ts';
import type { PodContext } from '../../../domain/spiderpool/pod-context.ts';
import type { PickerOption } from './PickerPanel.tsx';

/** A pool in the picker. */
export type PoolOption = PickerOption & {
  /** `undefined` for a name that was typed while pools cannot be read. */
  readonly explained: PoolExplanation | undefined;
  /** The interface that has the pool already. */
  readonly usedBy: string | undefined;
};

/**
 * Every pool of the family, those that will work first. A pool that another NIC has will not: both would get the same
 * address (domain reference 1.8).
 */
export function poolOptions(
  asker: PoolAsker,
  pod: PodContext,
  view: ClusterView,
  usedBy: ReadonlyMap<string, string>,
): readonly PoolOption[] {
  return poolsFor(asker, pod, view).map((explained) => {
    const other = usedBy.get(explained.pool.name);
    return {
      id: explained.pool.name,
      works: explained.verdict !== 'no' && other === undefined,
      explained,
      usedBy: other,
    };
  });
}
