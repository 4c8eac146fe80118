import { parseAddress, type Address } from '../../domain/ip/address.ts';
import { cidrContains, cidrsOverlap, parseCidr } from '../../domain/ip/cidr.ts';
import { hasAddress, type RangeSet } from '../../domain/ip/range-set.ts';

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
 * Several words must all be found. The query is read once, for any number of lines.
 */
export function finder(query: string): (line: Searchable) => boolean {
  const parts = query.toLowerCase().split(/\s+/).map(partFinder);
  return (line) => parts.every((isIn) => isIn(line));
}

function partFinder(part: string): (line: Searchable) => boolean {
  const address = parseAddress(part);
  const cidr = parseCidr(part);
  return (line) => {
    if (line.words.some((word) => word.toLowerCase().includes(part))) return true;
    if (address.ok) return holds(line, address.value);
    if (!cidr.ok) return false;
    const own = parseCidr(line.cidr ?? '');
    return own.ok && cidrsOverlap(cidr.value, own.value);
  };
}

/** In its addresses; of a line without any, in its network. */
function holds({ cidr, addresses }: Searchable, address: Address): boolean {
  if (addresses !== undefined) return hasAddress(addresses, address);
  const network = parseCidr(cidr ?? '');
  return network.ok && cidrContains(network.value, address);
}
