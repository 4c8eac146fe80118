import type { AddressStock } from '../spiderpool/stock.ts';

/** Whether it is known who holds the addresses of a pool or subnet. */
export function isLegible({ problems }: AddressStock): boolean {
  return problems.every(({ code }) => code !== 'pool.badAllocations');
}
