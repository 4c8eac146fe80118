import type { FailureCause, NetworkFailure } from '../failure.ts';

/** For tests: a literal text of domain reference 7.2, and what has to be read from it. */
export interface CatalogueEntry {
  /** The number in domain reference 7.2; 0 for what is not in it. */
  readonly entry: number;
  readonly cause: FailureCause;
  /** What is put around it. */
  readonly around: (text: string) => string;
  readonly text: string;
  readonly tells: Partial<NetworkFailure>;
}

export function entry(
  number: number,
  cause: FailureCause,
  around: CatalogueEntry['around'],
  text: string,
  tells: CatalogueEntry['tells'] = {},
): CatalogueEntry {
  return { entry: number, cause, around, text, tells };
}

/** Nothing is put around it: the scheduler's and the API server's words stand by themselves. */
export const bare = (text: string) => text;
