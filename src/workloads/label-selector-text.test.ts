import { describe, expect, it } from 'vitest';
import { formatSelector } from './label-selector-text.ts';

describe('formatSelector', () => {
  it.each([
    [{}, ''],
    [{ matchLabels: { app: 'web', tier: 'front' } }, 'app=web,tier=front'],
    [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['x', 'y'] }] }, 'a in (x,y)'],
    [{ matchExpressions: [{ key: 'a', operator: 'NotIn', values: ['x'] }] }, 'a notin (x)'],
    [{ matchLabels: { app: 'web' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] }, 'app=web,a'],
    [{ matchExpressions: [{ key: 'a', operator: 'DoesNotExist' }] }, '!a'],
    [{ matchExpressions: [{ key: 'a', operator: 'Near' }] }, 'a,!a'],
  ])('%j is %s', (selector, text) => {
    expect(formatSelector(selector)).toBe(text);
  });
});
