import { parseAddress } from '../../../src/domain/ip/address.ts';
import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { cidrContains, cidrsOverlap, formatCidr, parseCidr } from '../../../src/domain/ip/cidr.ts';
import type { Cidr } from '../../../src/domain/ip/cidr.ts';
import { parseRange } from '../../../src/domain/ip/range.ts';
import { formatRanges, fromRanges } from '../../../src/domain/ip/range-set.ts';
import { versionOf } from '../names.ts';

/**
 * The syntax of addresses in Spiderpool's own words (reference 2.1; `pkg/ip` of Spiderpool). Each rule returns the text of
 * the refusal, or undefined.
 */

export function cidrProblem(family: AddressFamily, text: string): string | undefined {
  const cidr = parseCidr(text);
  if (!cidr.ok || cidr.value.network.family !== family) {
    return `invalid CIDR format in IPv${versionOf(family)} '${text}'`;
  }
  return undefined;
}

/** A CIDR whose address has bits beyond the prefix. */
export function unformattedProblem(text: string): string | undefined {
  const cidr = parseCidr(text);
  if (!cidr.ok || formatCidr(cidr.value) === text) return undefined;
  return `unformatted subnet ${text}, please change it to ${formatCidr(cidr.value)}`;
}

export function rangeProblem(family: AddressFamily, text: string): string | undefined {
  const range = parseRange(text);
  if (range.ok && range.value.family === family) return undefined;
  return `invalid IP range format in IPv${versionOf(family)} '${text}'`;
}

export function addressProblem(family: AddressFamily, text: string): string | undefined {
  const address = parseAddress(text);
  if (address.ok && address.value.family === family) return undefined;
  return `invalid IP format in IPv${versionOf(family)} '${text}'`;
}

/** The family of a CIDR, or undefined when it is none. */
export function familyOfCidr(text: string): AddressFamily | undefined {
  const cidr = parseCidr(text);
  return cidr.ok ? cidr.value.network.family : undefined;
}

/** The family of an address range, or undefined when it is none. */
export function familyOfRange(text: string): AddressFamily | undefined {
  const range = parseRange(text);
  return range.ok ? range.value.family : undefined;
}

/** Whether two CIDRs of one family share addresses; texts that are no CIDRs share none. */
export function overlapping(a: string, b: string): boolean {
  const [first, second] = [parseCidr(a), parseCidr(b)];
  return first.ok && second.ok && cidrsOverlap(first.value, second.value);
}

/** Whether an address or a range lies inside a CIDR. Texts that cannot be read do not. */
export function inside(cidrText: string, rangeText: string): boolean {
  const cidr = parseCidr(cidrText);
  const range = parseRange(rangeText);
  if (!cidr.ok || !range.ok) return false;
  const { family, first, last } = range.value;
  return (
    cidrContains(cidr.value, { family, value: first }) && cidrContains(cidr.value, { family, value: last })
  );
}

/** Merged and sorted ranges, or undefined when one of them is unsound. */
export function mergeRanges(family: AddressFamily, ranges: readonly string[]): string[] | undefined {
  const { set, problems } = fromRanges(family, ranges);
  return problems.length === 0 ? formatRanges(set) : undefined;
}

/**
 * Checks the entries of `ips` and `excludeIPs` of a pool, one by one against its CIDR and against the entries before it
 * (`NewCIDR` of Spiderpool, which pools use and subnets do not).
 */
export function poolRangesProblem(
  subnet: string,
  ips: readonly string[],
  excludeIPs: readonly string[],
): string | undefined {
  const cidr = parseCidr(subnet);
  if (!cidr.ok) return `invalid CIDR address: ${subnet}`;
  const earlier: Bounds[] = [];
  for (const text of ips) {
    const bounds = boundsOf(cidr.value, text);
    if (typeof bounds === 'string') return bounds;
    const clash = earlier.map((other) => clashOf(bounds, other)).find((problem) => problem !== undefined);
    if (clash !== undefined) return clash;
    earlier.push(bounds);
  }
  return excludeIPs.map((text) => boundsOf(cidr.value, text)).find((result) => typeof result === 'string');
}

interface Bounds {
  text: string;
  first: bigint;
  last: bigint;
}

function boundsOf(cidr: Cidr, text: string): Bounds | string {
  const ends = text.split('-');
  if (ends.length > 2 || (ends.length === 1 && text.includes('/'))) return `invalid range: ${text}`;
  const values: bigint[] = [];
  for (const end of ends) {
    const address = parseAddress(end);
    if (!address.ok) return `invalid IP address: ${end}`;
    if (!cidrContains(cidr, address.value)) return `not match base subnet: ${end}`;
    values.push(address.value.value);
  }
  const [a = 0n, b = a] = values;
  return { text, first: a < b ? a : b, last: a < b ? b : a };
}

function clashOf(a: Bounds, b: Bounds): string | undefined {
  if (a.first >= b.first && a.last <= b.last) return `range ${a.text} is already covered by ${b.text}`;
  if (a.first <= b.first && a.last >= b.last) return `range ${a.text} covers ${b.text}`;
  if (a.first <= b.last && a.last >= b.first) return `range ${a.text} overlaps with ${b.text}`;
  return undefined;
}
