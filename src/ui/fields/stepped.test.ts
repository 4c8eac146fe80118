import { describe, expect, it } from 'vitest';
import { stepped } from './stepped.ts';

describe('stepped', () => {
  it.each([
    ['3', 1, '4'],
    ['3', -1, '2'],
    ['0', -1, '0'],
    ['10', 1, '10'],
    ['99', -1, '10'],
    ['5%', 1, '6%'],
    [' 7 ', 1, '8'],
    ['', 1, '0'],
    ['many', -1, '0'],
    ['1.5', 1, '0'],
    ['-4', 1, '0'],
  ])('%s by %i is %s', (text, by, expected) => {
    expect(stepped(text, by, 0, 10)).toBe(expected);
  });
});
