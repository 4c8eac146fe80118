import type { AddressFamily } from '../ip/address.ts';
import { compilePoolPattern, isPoolPattern } from './pool-pattern.ts';
import { poolsByName } from './pool-index.ts';
import type { Pool } from './pool.ts';
import { familyName } from './reason.ts';

export interface ExpandedNames {
  /** Names of pools, patterns replaced by what they match; as written when pools cannot be read. */
  readonly names: readonly string[];
  /** Plain names that no pool has. A pattern that matches nothing is not missing: it adds nothing. */
  readonly missing: readonly string[];
  /** Names that come up more than once, by a pattern or by hand: `duplicate IPPool p specified`. */
  readonly repeated: readonly string[];
  /** What the agent stops at: the first name, in the order of the list, that no pool has or that it has seen before. */
  readonly unsound: { readonly name: string; readonly why: 'missing' | 'repeated' } | undefined;
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
  if (!pools) {
    return { names: written, missing: [], repeated: repeatedOf(written), unsound: undefined };
  }
  if (written.length === 0) return { names: [], missing: [], repeated: [], unsound: undefined };
  const existing = poolsByName(pools);
  const names = written.flatMap((name) => (isPoolPattern(name) ? matching(name, family, pools) : [name]));
  return {
    names: [...new Set(names)],
    missing: written.filter((name) => !isPoolPattern(name) && !existing.has(name)),
    repeated: repeatedOf(names),
    unsound: firstUnsound(names, (name) => existing.has(name)),
  };
}

function firstUnsound(names: readonly string[], exists: (name: string) => boolean): ExpandedNames['unsound'] {
  const seen = new Set<string>();
  for (const name of names) {
    if (!exists(name)) return { name, why: 'missing' };
    if (seen.has(name)) return { name, why: 'repeated' };
    seen.add(name);
  }
  return undefined;
}

/**
 * Why Spiderpool cannot expand the patterns of a list: it tries each on every pool of the family, and stops at the first
 * that is malformed (`ParseWildcardPoolNameList`). Without pools of the family it never notices.
 */
export function patternFailure(
  written: readonly string[],
  family: AddressFamily,
  pools: readonly Pool[],
): string | undefined {
  const malformed = written.find((name) => isPoolPattern(name) && !compilePoolPattern(name));
  const first = pools.find((pool) => pool.family === family);
  if (malformed === undefined || !first) return undefined;
  return `failed to match wildcard: ${familyName(family)} PoolName pattern '${malformed}', character '${first.name}', error: syntax error in pattern`;
}

function matching(pattern: string, family: AddressFamily, pools: readonly Pool[]): readonly string[] {
  const matches = compilePoolPattern(pattern);
  if (!matches) return [];
  return pools.filter((pool) => pool.family === family && matches(pool.name)).map(({ name }) => name);
}

function repeatedOf(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const again = names.filter((name) => seen.size === seen.add(name).size);
  return [...new Set(again)];
}
