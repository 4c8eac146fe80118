import type { AddressFamily } from '../../domain/ip/address.ts';
import type { RangeSet } from '../../domain/ip/range-set.ts';
import { finder, type Searchable } from '../../ui/stock/search.ts';
import { searchablePool } from '../../ui/stock/pool-words.ts';
import { countPool, type StockCount } from '../stock-count.ts';
import type { PoolRecord } from '../useAddressLists.ts';

/** One line of the list of pools. */
export interface PoolRow extends PoolRecord {
  readonly key: string;
  readonly count: StockCount;
}

/** @param reserved `undefined` where reserved addresses cannot be read. */
export function poolRows(
  records: readonly PoolRecord[],
  reserved: Readonly<Record<AddressFamily, RangeSet>> | undefined,
): readonly PoolRow[] {
  return records.map((record) => ({
    ...record,
    key: record.pool.name,
    count: countPool(record.pool, reserved?.[record.pool.family]),
  }));
}

/** The pools that a search finds: by name, CIDR, address, subnet, whom it is for, and label. */
export function findPools(rows: readonly PoolRow[], query: string): readonly PoolRow[] {
  if (query.trim() === '') return rows;
  const isFound = finder(query.trim());
  return rows.filter((row) => isFound(searchable(row)));
}

function searchable({ pool, details }: PoolRow): Searchable {
  const known = searchablePool(pool);
  const labels = Object.entries(details.labels).map(([key, value]) => `${key}=${value}`);
  return { ...known, words: [...known.words, details.subnetName, ...labels] };
}
