import { describe, expect, it } from 'vitest';
import { formatTable, percentile } from './statistics.ts';

describe('percentile', () => {
  it.each([
    [[5], 95, 5],
    [[3, 1, 2], 50, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 95, 10],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
    [[], 50, Number.NaN],
  ])('%j at %d is %d', (figures, p, expected) => {
    expect(percentile(figures, p)).toBe(expected);
  });
});

describe('formatTable', () => {
  it('marks what is over its limit', () => {
    const lines = formatTable([
      { what: 'a', figure: 1, unit: 'ms', limit: 2, how: 'x' },
      { what: 'b', figure: 3, unit: 'kB', limit: 2, how: 'y' },
    ]).split('\n');
    expect(lines[1]).toMatch(/^ {3}a {4}\s+1\.00 ms\s+≤ 2 ms\s+x/);
    expect(lines[2]).toMatch(/^✖/);
  });
});
