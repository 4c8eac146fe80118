import { parseAddress, type Address } from '../../../domain/ip/address.ts';
import { cidrContains, cidrsOverlap, parseCidr } from '../../../domain/ip/cidr.ts';
import { hasAddress, type RangeSet } from '../../../domain/ip/range-set.ts';

/** What the search of a picker looks in. */
export interface Searchable {
  /** Names, labels, ranges: anything a person may remember, in any case. */
  readonly words: readonly string[];
  /** The CIDR of a pool or subnet. */
  readonly cidr?: string;
  readonly addresses?: RangeSet;
}

/**
 * Whether a line is what was typed: a part of a word, an address that the pool has, a network that meets its own.
 * Several words must all be found.
 */
export function isFound(line: Searchable, query: string): boolean {
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => hasPart(line, part));
}

function hasPart(line: Searchable, part: string): boolean {
  if (line.words.some((word) => word.toLowerCase().includes(part))) return true;
  const address = parseAddress(part);
  if (address.ok) return holds(line, address.value);
  const cidr = parseCidr(part);
  const own = parseCidr(line.cidr ?? '');
  return cidr.ok && own.ok && cidrsOverlap(cidr.value, own.value);
}

/** In its addresses; of a line without any, in its network. */
function holds({ cidr, addresses }: Searchable, address: Address): boolean {
  if (addresses !== undefined) return hasAddress(addresses, address);
  const network = parseCidr(cidr ?? '');
  return network.ok && cidrContains(network.value, address);
}
