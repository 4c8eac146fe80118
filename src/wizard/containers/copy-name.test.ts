import { describe, expect, it } from 'vitest';
import { copyName } from './copy-name.ts';

describe('copyName', () => {
  it.each([
    ['web', ['web'], 'web-2'],
    ['web-2', ['web', 'web-2'], 'web-3'],
    ['web', ['web', 'web-2', 'web-3'], 'web-4'],
    ['', [''], ''],
  ])('a copy of %j beside %j is %j', (name, taken, copy) => {
    expect(copyName(name, taken)).toBe(copy);
  });
});
