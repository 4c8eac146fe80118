import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import { freeAddresses } from '../spiderpool/free.ts';
import type { Pool } from '../spiderpool/pool.ts';

/** How full a pool is now. */
export interface StockCount {
  readonly name: string;
  readonly pool: Pool;
  /** Not held and not reserved; an upper bound when the reserved addresses may not be read. */
  readonly free: bigint;
  readonly total: bigint;
  /** Held by Pods of any workload. */
  readonly held: bigint;
  /** Neither held nor free: set aside by SpiderReservedIPs. */
  readonly reserved: bigint;
}

/** The pools of these names, each once, in this order. Those that are gone or may not be read are left out. */
export function stockCounts(names: readonly string[], view: ClusterView): readonly StockCount[] {
  const pools = known(view.pools) ?? [];
  const reserved = known(view.reserved);
  return [...new Set(names)].flatMap((name): StockCount[] => {
    const pool = pools.find((candidate) => candidate.name === name);
    if (pool === undefined) return [];
    const free = freeAddresses(pool, reserved?.[pool.family]);
    const held = pool.total - pool.unheldCount;
    return [{ name, pool, free, total: pool.total, held, reserved: pool.unheldCount - free }];
  });
}
