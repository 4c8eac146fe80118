import * as fc from 'fast-check';
import type { AddressFamily } from '../../src/domain/ip/address.ts';
import { shrinksToFirst } from './weighted.ts';

/** A pool or subnet to choose: mostly one that is there and of the family, sometimes a name or a pattern. */
export type Pick =
  { readonly kind: 'own'; readonly at: number } | { readonly kind: 'name'; readonly name: string };

const own: fc.Arbitrary<Pick> = fc.nat({ max: 5 }).map((at) => ({ kind: 'own', at }));

function named(...names: readonly string[]): fc.Arbitrary<Pick> {
  return fc.constantFrom(...names).map((name) => ({ kind: 'name', name }));
}

const poolPick: fc.Arbitrary<Pick> = fc.oneof(
  shrinksToFirst,
  { weight: 40, arbitrary: own },
  { weight: 2, arbitrary: named('p*', 'p?', 'p[0-2]', 'x*') },
  { weight: 1, arbitrary: named('[]a]', 'p[x', 'p\\0', 'gone', 'p0', 'p1') },
);

/** What is chosen for a NIC and family, or for the default pools of something. */
export interface PoolList {
  readonly picks: readonly Pick[];
  /** A name that comes up twice stays: mostly nobody writes that. */
  readonly repeats: boolean;
}

export function poolList(minLength: number): fc.Arbitrary<PoolList> {
  return fc.record({
    picks: fc.array(poolPick, { minLength, maxLength: 2 }),
    repeats: fc.oneof(
      shrinksToFirst,
      { weight: 12, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  });
}

export const noPools: PoolList = { picks: [], repeats: false };

export const subnetPick: fc.Arbitrary<Pick> = fc.oneof(
  shrinksToFirst,
  { weight: 25, arbitrary: own },
  { weight: 1, arbitrary: named('gone') },
);

/** The names that stand for a list in a cluster with these pools, by their number. */
export function poolNames(
  { picks, repeats }: PoolList,
  family: AddressFamily,
  pools: readonly { readonly family: AddressFamily }[],
): string[] {
  const names = picks.flatMap((pick) => nameOf(pick, family, pools, 'p') ?? []);
  return repeats ? names : [...new Set(names)];
}

/** @param letter what the names begin with */
export function nameOf(
  pick: Pick,
  family: AddressFamily,
  all: readonly { readonly family: AddressFamily }[],
  letter: string,
): string | undefined {
  if (pick.kind === 'name') return pick.name;
  const names = all.flatMap((each, index) => (each.family === family ? [`${letter}${index}`] : []));
  return names[pick.at % Math.max(1, names.length)];
}
