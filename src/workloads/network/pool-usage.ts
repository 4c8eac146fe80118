import type { Endpoint } from '../../domain/spiderpool/endpoint.ts';
import type { Pool } from '../../domain/spiderpool/pool.ts';

/** One pool that a workload's Pods hold addresses of, or that was made for it. */
export interface PoolUsage {
  readonly name: string;
  /** Interfaces that draw from it, sorted. */
  readonly interfaces: readonly string[];
  /** Addresses that this workload's Pods hold. */
  readonly held: number;
  /** What the pool itself says; absent when it may not be read or is gone. */
  readonly pool?: Pool;
  /** Made by Spiderpool for this workload alone. */
  readonly fixed: boolean;
}

/**
 * The pools of a workload, by name.
 *
 * @param endpoints of the workload's living Pods.
 * @param uid of the workload: its fixed pools are shown before any Pod has an address.
 */
export function poolUsages(
  endpoints: readonly Endpoint[],
  pools: readonly Pool[],
  uid: string,
): readonly PoolUsage[] {
  const held = new Map<string, { interfaces: Set<string>; count: number }>();
  const note = (name: string, interfaceName: string, count: number) => {
    const known = held.get(name) ?? { interfaces: new Set<string>(), count: 0 };
    known.interfaces.add(interfaceName);
    known.count += count;
    held.set(name, known);
  };
  for (const { nics } of endpoints) {
    for (const { interfaceName, ipv4, ipv6 } of nics) {
      if (ipv4 !== undefined && ipv4.pool !== '') note(ipv4.pool, interfaceName, 1);
      if (ipv6 !== undefined && ipv6.pool !== '') note(ipv6.pool, interfaceName, 1);
    }
  }
  for (const { name, owner } of pools) if (owner?.uid === uid) note(name, owner.interfaceName, 0);
  const byName = new Map(pools.map((pool) => [pool.name, pool]));
  return [...held]
    .map(([name, { interfaces, count }]) => {
      const pool = byName.get(name);
      return {
        name,
        interfaces: [...interfaces].toSorted(),
        held: count,
        ...(pool === undefined ? {} : { pool }),
        fixed: pool?.owner?.uid === uid,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
