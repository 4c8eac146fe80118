import type { AddressFamily } from '../ip/address.ts';

/** `eligible` will work, `conditional` works under a condition, `no` will not. */
export type Verdict = 'eligible' | 'conditional' | 'no';

/** Why a choice will not work, or under which condition it will. Text is chosen by `code` where it is shown. */
export interface Reason<Code extends string = string> {
  readonly code: Code;
  readonly effect: 'conditional' | 'no';
  readonly params: Readonly<Record<string, string | number>>;
  /** The words in which the cluster will say it, literally, misspellings included. */
  readonly upstream?: string;
}

export function verdictOf(reasons: readonly Reason[]): Verdict {
  if (reasons.length === 0) return 'eligible';
  return reasons.some(({ effect }) => effect === 'no') ? 'no' : 'conditional';
}

/** `IPv4` or `IPv6`, as Spiderpool writes the families. */
export function familyName(family: AddressFamily): 'IPv4' | 'IPv6' {
  return family === 'ipv4' ? 'IPv4' : 'IPv6';
}

const ranks: Readonly<Record<Verdict, number>> = { eligible: 0, conditional: 1, no: 2 };

/** The best first, and by name among equals. */
export function sortByVerdict<Explained extends { readonly verdict: Verdict }>(
  explained: readonly Explained[],
  nameOf: (each: Explained) => string,
): Explained[] {
  return [...explained].sort((a, b) => {
    const rank = ranks[a.verdict] - ranks[b.verdict];
    if (rank !== 0) return rank;
    const [left, right] = [nameOf(a), nameOf(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}
