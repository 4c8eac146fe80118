import type { Pool } from './pool.ts';

/** What Spiderpool sorts by, the strongest first. Only whether a pool has it counts, not what it says. */
const marks: readonly ((pool: Pool) => boolean)[] = [
  ({ podAffinity }) => podAffinity !== undefined,
  ({ nodeNames }) => nodeNames.length > 0,
  ({ nodeAffinity }) => nodeAffinity !== undefined,
  ({ namespaceNames }) => namespaceNames.length > 0,
  ({ namespaceAffinity }) => namespaceAffinity !== undefined,
  ({ multusNames }) => multusNames.length > 0,
];

/**
 * Pools in the order in which they are drawn from (Spiderpool `ByPoolPriority`, domain reference 3.3): a tier is used up
 * before the next is touched; within one it is chance.
 */
export function drainOrder<Item>(
  items: readonly Item[],
  poolOf: (item: Item) => Pool,
): readonly (readonly Item[])[] {
  const tiers = new Map<string, Item[]>();
  for (const item of items) {
    const rank = marks.map((has) => (has(poolOf(item)) ? '0' : '1')).join('');
    tiers.set(rank, [...(tiers.get(rank) ?? []), item]);
  }
  return [...tiers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tier]) => tier);
}
