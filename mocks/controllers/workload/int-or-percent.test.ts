import { describe, expect, it } from 'vitest';
import { scaledValue } from './int-or-percent.ts';

describe('a number or a share', () => {
  it.each([
    { value: 3, total: 10, up: 3, down: 3 },
    { value: '25%', total: 10, up: 3, down: 2 },
    { value: '25%', total: 4, up: 1, down: 1 },
    { value: '0%', total: 10, up: 0, down: 0 },
    { value: '100%', total: 7, up: 7, down: 7 },
    { value: '150%', total: 3, up: 5, down: 4 },
    { value: undefined, total: 3, up: 0, down: 0 },
    { value: 'many', total: 3, up: 0, down: 0 },
  ])('$value of $total is $up or $down', ({ value, total, up, down }) => {
    expect(scaledValue(value, total, 'up')).toBe(up);
    expect(scaledValue(value, total, 'down')).toBe(down);
  });
});
