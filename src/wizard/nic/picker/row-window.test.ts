import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowWindow } from './row-window.ts';

describe('rowWindow', () => {
  it('draws the rows in view and the spare ones', () => {
    expect(rowWindow(10_000, 40, 4_000, 400, 3)).toEqual({ first: 97, end: 113 });
  });

  it('draws nothing of a list that is wholly above or below the viewport', () => {
    expect(rowWindow(5, 40, 1_000, 400, 1)).toEqual({ first: 5, end: 5 });
    expect(rowWindow(5, 40, -1_000, 400, 1)).toEqual({ first: 0, end: 0 });
  });

  it('has every row that the viewport touches, within the list, and few more', () => {
    fc.assert(
      fc.property(
        fc.nat(20_000),
        fc.integer({ min: -2_000, max: 900_000 }),
        fc.integer({ min: 0, max: 1_000 }),
        (count, top, height) => {
          const window = rowWindow(count, 40, top, height, 2);
          expect(window.first).toBeGreaterThanOrEqual(0);
          expect(window.end).toBeLessThanOrEqual(count);
          expect(window.end - window.first).toBeLessThanOrEqual(height / 40 + 6);
          for (let row = 0; row < count; row += 1) {
            const seen = row * 40 < top + height && (row + 1) * 40 > top;
            if (seen) expect(row >= window.first && row < window.end).toBe(true);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
