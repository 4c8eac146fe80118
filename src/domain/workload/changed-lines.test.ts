import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines } from './changed-lines.ts';

const lines = (text: string): string[] => text.split('');

describe('changedLines', () => {
  it.each([
    ['abc', 'abc', []],
    ['abc', 'abXc', [2]],
    ['abc', 'aXc', [1]],
    ['abc', 'ac', []],
    ['', 'ab', [0, 1]],
    ['abcd', 'XabcYd', [0, 4]],
    ['aaa', 'aaaa', [3]],
    ['abab', 'baba', [3]],
    ['ab', '', []],
  ])('%j to %j marks %j', (before, after, changed) => {
    expect(changedLines(lines(before), lines(after))).toEqual(changed);
  });

  it('leaves a subsequence of the old lines unmarked, and no shorter one than there is', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changed = new Set(changedLines(before, after));
        const kept = after.filter((_, index) => !changed.has(index));
        expect(isSubsequence(kept, before)).toBe(true);
        expect(kept.length).toBe(longestCommon(before, after));
      }),
    );
  });

  it('marks only new lines where the texts are too large to compare', () => {
    const old = Array.from({ length: 1500 }, (_, index) => `old ${index}`);
    const fresh = [...old.toReversed(), 'new'];
    expect(changedLines(old, fresh)).toEqual([1500]);
  });
});

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let from = 0;
  return part.every((line) => {
    from = whole.indexOf(line, from) + 1;
    return from > 0;
  });
}

/** By trying every subsequence. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let best = 0;
  for (let mask = 0; mask < 1 << a.length; mask += 1) {
    const part = a.filter((_, index) => (mask >> index) & 1);
    if (part.length > best && isSubsequence(part, b)) best = part.length;
  }
  return best;
}
