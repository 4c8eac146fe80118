import { describe, expect, it } from 'vitest';
import { countText } from './count-text.ts';

describe('countText', () => {
  it.each([
    [0n, '0'],
    [12n, '12'],
    [65_536n, '65,536'],
    [1_000_000_000n, '1,000,000,000'],
    [1n << 64n, '> 1,000,000,000'],
  ])('%s', (count, expected) => {
    expect(countText(count, 'en-US')).toBe(expected);
    expect(countText(count, 'zh-CN')).toBe(expected);
  });
});
