import type { AddressFamily } from '../ip/address.ts';
import { compilePoolPattern, isPoolPattern } from './pool-pattern.ts';
import { poolsByName } from './pool-index.ts';
import type { Pool } from './pool.ts';

export interface ExpandedNames {
  /** Names of pools, patterns replaced by what they match; as written when pools cannot be read. */
  readonly names: readonly string[];
  /** Plain names that no pool has. A pattern that matches nothing is not missing: it adds nothing. */
  readonly missing: readonly string[];
  /** Names that come up more than once, by a pattern or by hand: `duplicate IPPool p specified`. */
  readonly repeated: readonly string[];
}

/**
 * Expands the patterns of a list of pool names. A pattern matches pools of its own family only; a malformed one
 * matches none (domain reference 1.6).
 */
export function expandNames(
  written: readonly string[],
  family: AddressFamily,
  pools: readonly Pool[] | undefined,
): ExpandedNames {
  if (!pools) return { names: written, missing: [], repeated: repeatedOf(written) };
  if (written.length === 0) return { names: [], missing: [], repeated: [] };
  const existing = poolsByName(pools);
  const names = written.flatMap((name) => (isPoolPattern(name) ? matching(name, family, pools) : [name]));
  return {
    names: [...new Set(names)],
    missing: written.filter((name) => !isPoolPattern(name) && !existing.has(name)),
    repeated: repeatedOf(names),
  };
}

function matching(pattern: string, family: AddressFamily, pools: readonly Pool[]): readonly string[] {
  const matches = compilePoolPattern(pattern);
  if (!matches) return [];
  return pools.filter((pool) => pool.family === family && matches(pool.name)).map(({ name }) => name);
}

function repeatedOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
