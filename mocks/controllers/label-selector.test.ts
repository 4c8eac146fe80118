import { describe, expect, it } from 'vitest';
import { matchesSelector } from './label-selector.ts';

const labels = { app: 'web', tier: 'front' };

describe('a label selector', () => {
  it.each([
    { selector: undefined, matches: false },
    { selector: {}, matches: true },
    { selector: { matchLabels: { app: 'web' } }, matches: true },
    { selector: { matchLabels: { app: 'web', tier: 'back' } }, matches: false },
    {
      selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['api', 'web'] }] },
      matches: true,
    },
    { selector: { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }, matches: false },
    { selector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, matches: false },
    { selector: { matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] }, matches: true },
    { selector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, matches: true },
    { selector: { matchExpressions: [{ key: 'zone', operator: 'Exists' }] }, matches: false },
    { selector: { matchExpressions: [{ key: 'zone', operator: 'DoesNotExist' }] }, matches: true },
    { selector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, matches: false },
    { selector: { matchExpressions: [{ key: 'app', operator: 'Gt', values: ['1'] }] }, matches: false },
    {
      selector: {
        matchLabels: { app: 'web' },
        matchExpressions: [{ key: 'tier', operator: 'In', values: ['back'] }],
      },
      matches: false,
    },
  ])('$selector: $matches', ({ selector, matches }) => {
    expect(matchesSelector(selector, labels)).toBe(matches);
  });

  it('looks at no labels as at none of them', () => {
    expect(matchesSelector({ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, undefined)).toBe(
      true,
    );
    expect(matchesSelector({ matchLabels: { app: 'web' } }, undefined)).toBe(false);
  });
});
