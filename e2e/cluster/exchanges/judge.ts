import type { Difference } from './compare.ts';

/** A difference that is meant to stay, or that does not matter. */
export interface KnownDifference {
  /** `subject/script METHOD path`; `*` stands for any text. */
  exchange: string;
  /** Path in the answer, such as `body.message`; `*` stands for any text. What is below it belongs to it. */
  path: string;
  /** Only where one of the two has nothing there. */
  only?: 'real' | 'simulated';
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

function matcherOf({ exchange, path, only }: KnownDifference): (difference: Difference) => boolean {
  const where = new RegExp(`^${globText(exchange)}$`);
  const place = new RegExp(`^${globText(path)}([.[].*)?$`);
  return (difference) =>
    where.test(difference.exchange) &&
    place.test(difference.path) &&
    (only === undefined || difference[only === 'real' ? 'simulated' : 'real'] === undefined);
}

/** A glob whose only special sign is `*`, as a regular expression. */
function globText(glob: string): string {
  return glob.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
}
