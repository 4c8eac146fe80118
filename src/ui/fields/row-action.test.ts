import { describe, expect, it } from 'vitest';
import { rowAction } from './row-action.ts';

const press = (key: string, altKey = false, isComposing = false) => ({
  key,
  altKey,
  nativeEvent: { isComposing },
});

describe('rowAction', () => {
  it.each([
    ['Enter', false, false, false, 'add'],
    ['Backspace', false, true, false, 'remove'],
    ['Backspace', false, false, false, undefined],
    ['ArrowUp', true, false, true, 'up'],
    ['ArrowDown', true, false, true, 'down'],
    ['ArrowDown', false, false, true, undefined],
    ['ArrowUp', true, false, false, undefined],
    ['a', false, true, true, undefined],
  ] as const)('%s (alt %s) in a row that is empty=%s, ordered=%s: %s', (key, alt, empty, ordered, action) => {
    expect(rowAction(press(key, alt), empty, ordered)).toBe(action);
  });
  it('leaves the Enter of an input method alone', () => {
    expect(rowAction(press('Enter', false, true), false, false)).toBeUndefined();
  });
});
