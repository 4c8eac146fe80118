import { countShared } from '../ip/range-set.ts';
import type { RangeSet } from '../ip/range-set.ts';
import type { Unheld } from './stock.ts';

/**
 * Addresses that a pool can still hand out to Pods, or a subnet to pools: neither held nor reserved (domain reference
 * 5.1). Counted from ranges, not from the counters in `status`, which know nothing of reserved addresses. Of a pool not
 * all of them may be had: `poolRoom`.
 * @param reserved reserved addresses of the family; `undefined` when they may not be read, and then the count is an
 *   upper bound.
 */
export function freeAddresses(stock: Unheld, reserved: RangeSet | undefined): bigint {
  const taken = reserved ? countShared(stock.unheld, reserved) : 0n;
  return taken === 0n ? stock.unheldCount : stock.unheldCount - taken;
}
