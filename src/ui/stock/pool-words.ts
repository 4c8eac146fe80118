import { formatRanges } from '../../domain/ip/range-set.ts';
import { selectorText } from '../../domain/label-selector.ts';
import { poolClasses, type PoolClass } from '../../domain/spiderpool/pool-class.ts';
import type { Pool } from '../../domain/spiderpool/pool.ts';
import { nodeRule } from '../../domain/spiderpool/reason-params.ts';
import { shortRanges } from './address-words.ts';
import type { Searchable } from './search.ts';

/** What a badge of a class says beside its name. */
export function badgeDetail(pool: Pool, poolClass: PoolClass): string {
  switch (poolClass) {
    case 'auto':
      return pool.owner === undefined ? '' : `${pool.owner.namespace}/${pool.owner.name}`;
    case 'application':
      return pool.podAffinity === undefined ? '' : selectorText(pool.podAffinity);
    case 'node':
      return nodeRule(pool);
    case 'namespace':
      if (pool.namespaceNames.length > 0) return pool.namespaceNames.join(', ');
      return pool.namespaceAffinity === undefined ? '' : selectorText(pool.namespaceAffinity);
    case 'multus':
      return pool.multusNames.join(', ');
    case 'shared':
      return '';
  }
}

const searchables = new WeakMap<Pool, Searchable>();

/** Pools are replaced, never changed: the words of each are put together once. */
export function searchablePool(pool: Pool): Searchable {
  const found = searchables.get(pool);
  if (found !== undefined) return found;
  const searchable = {
    words: [
      pool.name,
      pool.subnet,
      pool.gateway ?? '',
      shortRanges(pool.addresses),
      ...formatRanges(pool.addresses),
      ...poolClasses(pool).map((poolClass) => badgeDetail(pool, poolClass)),
    ],
    cidr: pool.subnet,
    addresses: pool.addresses,
  };
  searchables.set(pool, searchable);
  return searchable;
}
