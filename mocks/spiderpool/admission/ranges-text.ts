import { formatRanges } from '../../../src/domain/ip/range-set.ts';
import type { RangeSet } from '../../../src/domain/ip/range-set.ts';
import { goList } from '../../go/text.ts';

/** A set of addresses as messages show it: `[10.6.0.1-10.6.0.9 10.6.0.20]`. */
export function rangesText(set: RangeSet): string {
  return goList(formatRanges(set));
}
