import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIndexes, parseIndexes, pendingIndexes } from './completion-indexes.ts';

describe('completed indexes', () => {
  it.each([
    [[], ''],
    [[3], '3'],
    [[0, 1], '0,1'],
    [[0, 1, 2, 5], '0-2,5'],
    [[1, 3, 4, 5, 7], '1,3-5,7'],
  ])('%j is written "%s"', (indexes, text) => {
    expect(formatIndexes(new Set(indexes))).toBe(text);
  });

  it('survive writing and reading', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40)), (indexes) => {
        expect(parseIndexes(formatIndexes(new Set(indexes)))).toEqual(new Set(indexes));
      }),
    );
  });

  it('leave the lowest of the others pending', () => {
    expect(pendingIndexes(5, new Set([0, 2]), 2)).toEqual([1, 3]);
    expect(pendingIndexes(3, new Set([0, 1, 2]), 2)).toEqual([]);
  });
});
