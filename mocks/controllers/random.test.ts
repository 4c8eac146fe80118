import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, safeEncode } from './random.ts';

describe('seeded randomness', () => {
  it('repeats itself with the same seed, and not with another', () => {
    const names = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.suffix());
    };
    expect(names(7)).toEqual(names(7));
    expect(names(7)).not.toEqual(names(8));
    expect(new Set(names(7)).size).toBe(20);
  });

  it('makes names of the letters that Kubernetes uses', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(createRandom(seed).suffix()).toMatch(/^[bcdfghjklmnpqrstvwxz2456789]{5}$/);
        expect(createRandom(seed).hex(64)).toMatch(/^[0-9a-f]{64}$/);
        const fraction = createRandom(seed).fraction();
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThan(1);
      }),
    );
  });

  it('encodes numbers as Kubernetes does', () => {
    // What rand.SafeEncodeString of k8s.io/apimachinery makes of it: each character modulo 27.
    expect(safeEncode('1234567890')).toBe('56789bcdf4');
  });
});
