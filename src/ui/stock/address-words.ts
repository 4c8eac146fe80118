import { formatAddress } from '../../domain/ip/address.ts';
import type { RangeSet } from '../../domain/ip/range-set.ts';

/** The addresses of a set, briefly: `10.6.0.10-59`, and of several ranges the first and how many more. */
export function shortRanges({ family, ranges }: RangeSet): string {
  const [range, ...more] = ranges;
  if (range === undefined) return '';
  const first = formatAddress({ family, value: range.first });
  const last = formatAddress({ family, value: range.last });
  const text = first === last ? first : `${first}-${family === 'ipv4' ? shortLast(first, last) : last}`;
  return more.length === 0 ? text : `${text} +${more.length}`;
}

/** The end of a range as people write it: the last octet where only that differs. */
function shortLast(first: string, last: string): string {
  const dot = last.lastIndexOf('.') + 1;
  return first.slice(0, dot) === last.slice(0, dot) ? last.slice(dot) : last;
}
