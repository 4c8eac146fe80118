import type { PoolSize } from '../annotations/subnet-request.ts';

/** How many addresses a pool of this size has for so many Pods. */
export function desiredCount(size: PoolSize, replicas: number): number {
  return size.kind === 'fixed' ? size.count : replicas + size.count;
}

/** The size as the pool's annotation repeats it: `+2` or `5`. */
export function sizeText(size: PoolSize): string {
  return size.kind === 'fixed' ? String(size.count) : `+${size.count}`;
}
