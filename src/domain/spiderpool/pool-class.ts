import type { Pool } from './pool.ts';

/** Whom a pool is for: the badges of domain reference 3.4. */
export type PoolClass = 'auto' | 'application' | 'node' | 'namespace' | 'multus' | 'shared';

/**
 * Every class of a pool, the narrowest first. All of its restrictions must hold together; a pool without any is
 * shared. The `podAffinity` of an auto pool names its workload and is no class of its own.
 */
export function poolClasses(pool: Pool): readonly PoolClass[] {
  const classes: PoolClass[] = [];
  if (pool.owner) classes.push('auto');
  else if (pool.podAffinity) classes.push('application');
  if (pool.nodeNames.length > 0 || pool.nodeAffinity) classes.push('node');
  if (pool.namespaceNames.length > 0 || pool.namespaceAffinity) classes.push('namespace');
  if (pool.multusNames.length > 0) classes.push('multus');
  return classes.length === 0 ? ['shared'] : classes;
}
