import { countAddresses, countShared } from '../../domain/ip/range-set.ts';
import type { RangeSet } from '../../domain/ip/range-set.ts';
import type { Pool } from '../../domain/spiderpool/pool.ts';
import type { Application, Subnet } from '../../domain/spiderpool/subnet.ts';

/** What one pool has got of a subnet. */
export interface Share {
  readonly pool: string;
  readonly addresses: RangeSet;
  readonly count: bigint;
  /** How many of them Pods hold; `undefined` where the pool cannot be read or is gone. */
  readonly used: bigint | undefined;
  readonly application: Application | undefined;
}

/** The shares of a subnet, by the pool's name. @param pools by name; empty where they cannot be read. */
export function sharesOf(subnet: Subnet, pools: ReadonlyMap<string, Pool>): readonly Share[] {
  return subnet.controlled
    .map(({ name, addresses, application }) => {
      const pool = pools.get(name);
      return {
        pool: name,
        addresses,
        count: countAddresses(addresses),
        used: pool && countShared(pool.allocatedSet, addresses),
        application,
      };
    })
    .toSorted((a, b) => a.pool.localeCompare(b.pool));
}
