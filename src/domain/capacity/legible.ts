import type { AddressStock } from '../spiderpool/stock.ts';

/** Whether it is known which addresses a pool or subnet has, and who holds them. */
export function isLegible({ problems }: AddressStock): boolean {
  return problems.every(({ code }) => code !== 'pool.badAllocations' && code !== 'pool.badRange');
}
