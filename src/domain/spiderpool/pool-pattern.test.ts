import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePoolPattern, isPoolPattern, matchesPoolPattern } from './pool-pattern.ts';

describe('patterns of pool names, as Go matches file names', () => {
  it.each([
    ['abc', 'abc', true],
    ['*', 'abc', true],
    ['*', '', true],
    ['*c', 'abc', true],
    ['a*', 'a', true],
    ['a*b*c*d*e*', 'axbxcxdxe', true],
    ['a*b?c*x', 'abxbbxdbxebxczzx', true],
    ['a*b?c*x', 'abxbbxdbxebxczzy', false],
    ['ab[c]', 'abc', true],
    ['ab[b-d]', 'abc', true],
    ['ab[e-g]', 'abc', false],
    ['ab[^c]', 'abc', false],
    ['ab[^e-g]', 'abc', true],
    ['ab[z-a]', 'abc', false],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'ab', false],
    ['a?b', 'a☺b', true],
    ['a[^a]b', 'a☺b', true],
    ['a[^a][^a]b', 'a☺b', false],
    ['[\\]a]', ']', true],
    ['[\\-x]', '-', true],
    ['[x\\-]', 'z', false],
    ['*x', 'xxx', true],
    ['pool-?', 'pool-', false],
    ['rail[1-4]-*', 'rail3-v4', true],
  ])('%s selects %s: %s', (pattern, name, selected) => {
    expect(matchesPoolPattern(pattern, name)).toBe(selected);
  });

  it.each(['[]a]', '[-]', '[x-]', '[-x]', '[', '[^', '[^bc', 'a[', 'a\\', '[a-b-c]', '[]'])(
    '%s is malformed and selects nothing',
    (pattern) => {
      expect(compilePoolPattern(pattern)).toBeUndefined();
      expect(matchesPoolPattern(pattern, 'a')).toBe(false);
    },
  );

  it('selects what a plain recursive reading of the rules selects', () => {
    const reads = (pattern: string, name: string): boolean => {
      const [head = '', rest] = [pattern[0], pattern.slice(1)];
      if (head === '') return name === '';
      if (head === '*') return reads(rest, name) || (name !== '' && reads(pattern, name.slice(1)));
      return name !== '' && (head === '?' || head === name[0]) && reads(rest, name.slice(1));
    };
    const text = (chars: string[]) =>
      fc.array(fc.constantFrom(...chars), { maxLength: 8 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text(['a', 'b', '*', '?']), text(['a', 'b']), (pattern, name) => {
        expect(matchesPoolPattern(pattern, name)).toBe(reads(pattern, name));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not take long over a hostile pattern', () => {
    expect(matchesPoolPattern(`${'a*'.repeat(60)}b`, 'a'.repeat(253))).toBe(false);
  });

  it('knows a pattern from a name', () => {
    expect(['p-*', 'p?', 'p[1-2]', 'p\\*', ']p['].every(isPoolPattern)).toBe(true);
    expect(['p', 'p-1', 'default.v4', 'p[', 'p]', 'p\\0'].some(isPoolPattern)).toBe(false);
  });
});
