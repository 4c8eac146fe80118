import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitKeys, insertKey, moveKey, removeKey, type RowKeys } from './row-keys.ts';

describe('row keys', () => {
  it('go with their row', () => {
    const keys = fitKeys([], 3);
    expect(keys).toEqual([0, 1, 2]);
    expect(moveKey(keys, 0, 2)).toEqual([1, 2, 0]);
    expect(removeKey(keys, 1)).toEqual([0, 2]);
    expect(insertKey(removeKey(keys, 1), 1)).toEqual([0, 3, 2]);
  });

  it('fit a draft that changed from outside, and known rows keep theirs', () => {
    expect(fitKeys([4, 2], 3)).toEqual([4, 2, 5]);
    expect(fitKeys([4, 2, 9], 2)).toEqual([4, 2]);
  });

  it('are never the same twice, whatever is done', () => {
    const step = fc.record({
      kind: fc.constantFrom('insert', 'remove', 'move', 'fit'),
      a: fc.nat(9),
      b: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let keys: RowKeys = [];
        for (const { kind, a, b } of steps) {
          if (kind === 'insert') keys = insertKey(keys, Math.min(a, keys.length));
          else if (kind === 'remove') keys = removeKey(keys, a);
          else if (kind === 'move') keys = moveKey(keys, a, b);
          else keys = fitKeys(keys, a);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
    );
  });
});
