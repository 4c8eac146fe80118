import type { Difference } from './compare.ts';
import { pathMatcher, textMatcher } from './difference-path.ts';

/** A difference that is meant to stay, or that does not matter. */
export interface KnownDifference {
  /** `subject/script METHOD path`; `*` stands for any text without `/` and spaces, `**` for any text. */
  exchange: string;
  /**
   * Path in the answer, such as `body.message`; `*` stands for any text within one segment, a segment `**` for any number of
   * segments. What is below it belongs to it only where it ends in `**`.
   */
  path: string;
  /** Only where the other one has nothing there. */
  only?: 'real' | 'simulated';
  /** Only where both are texts that are the same but for what this finds. */
  apart?: RegExp;
  /** Seen in some runs only, so that it is never stale. */
  sometimes?: boolean;
  /** Why it may stay. */
  reason: string;
}

export interface Judgement {
  /** Differences that nobody knows of. */
  unknown: Difference[];
  /** How many are known. */
  known: number;
  /** Known differences that are none any more. */
  stale: KnownDifference[];
}

/** Holds differences against the list of those that are known. */
export function judge(differences: readonly Difference[], list: readonly KnownDifference[]): Judgement {
  const matchers = list.map((known) => ({ known, matches: matcherOf(known), used: false }));
  const unknown = differences.filter((difference) => {
    const found = matchers.filter(({ matches }) => matches(difference));
    for (const matcher of found) matcher.used = true;
    return found.length === 0;
  });
  return {
    unknown,
    known: differences.length - unknown.length,
    stale: matchers.filter(({ known, used }) => !used && known.sometimes !== true).map(({ known }) => known),
  };
}

function matcherOf({ exchange, path, only, apart }: KnownDifference): (difference: Difference) => boolean {
  const isThere = textMatcher(exchange);
  const isAt = pathMatcher(path);
  return (difference) =>
    isThere(difference.exchange) &&
    isAt(difference.path) &&
    (only === undefined || difference[only === 'real' ? 'simulated' : 'real'] === undefined) &&
    (apart === undefined || sameApartFrom(apart, difference));
}

function sameApartFrom(apart: RegExp, { real, simulated }: Difference): boolean {
  if (typeof real !== 'string' || typeof simulated !== 'string') return false;
  return apart.test(real) && real.replace(apart, '') === simulated.replace(apart, '');
}
