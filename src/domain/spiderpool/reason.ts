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

/**
 * The best first, and by name among equals. Lists of the cluster come sorted by name and stay so within a verdict: they
 * are looked through once and not sorted again.
 */
export function sortByVerdict<Explained extends { readonly verdict: Verdict }>(
  explained: readonly Explained[],
  nameOf: (each: Explained) => string,
): Explained[] {
  const groups: Record<Verdict, Explained[]> = { eligible: [], conditional: [], no: [] };
  for (const each of explained) groups[each.verdict].push(each);
  const byName = (a: Explained, b: Explained) => {
    const left = nameOf(a);
    const right = nameOf(b);
    return left < right ? -1 : left > right ? 1 : 0;
  };
  return [groups.eligible, groups.conditional, groups.no].flatMap((group) =>
    isSorted(group, nameOf) ? group : group.sort(byName),
  );
}

function isSorted<Each>(list: readonly Each[], nameOf: (each: Each) => string): boolean {
  let before = '';
  for (const each of list) {
    const name = nameOf(each);
    if (name < before) return false;
    before = name;
  }
  return true;
}
