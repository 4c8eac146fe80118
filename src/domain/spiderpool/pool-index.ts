import type { Pool } from './pool.ts';

/** Lists of pools are replaced, never changed: each is indexed once. */
const indexes = new WeakMap<readonly Pool[], ReadonlyMap<string, Pool>>();

/** The pools of a list by name. */
export function poolsByName(pools: readonly Pool[]): ReadonlyMap<string, Pool> {
  const existing = indexes.get(pools);
  if (existing) return existing;
  const index = new Map(pools.map((pool) => [pool.name, pool]));
  indexes.set(pools, index);
  return index;
}
