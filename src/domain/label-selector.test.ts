import { describe, expect, it } from 'vitest';
import { decodeSelector, matchLabels, selectorText } from './label-selector.ts';

const labels = { app: 'web', tier: '' };

/** Rows follow Kubernetes' own tests of label requirements: a missing label is not a value. */
const rows: [selector: object, result: 'match' | 'noMatch' | 'invalid', story: string][] = [
  [{}, 'match', 'an empty selector selects everything'],
  [{ matchLabels: { app: 'web' } }, 'match', 'the label is there'],
  [{ matchLabels: { app: 'api' } }, 'noMatch', 'another value'],
  [{ matchLabels: { app: 'web', zone: 'a' } }, 'noMatch', 'one of two labels is missing'],
  [{ matchLabels: { tier: '' } }, 'match', 'an empty value is a value'],
  [{ matchLabels: { zone: '' } }, 'noMatch', 'a missing label is no empty value'],
  [{ matchLabels: { constructor: 'x' } }, 'noMatch', 'a name that every object has'],
  [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['api', 'web'] }] }, 'match', 'In'],
  [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }, 'noMatch', 'In, missing'],
  [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, 'noMatch', 'NotIn'],
  [{ matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] }, 'match', 'NotIn, missing'],
  [
    { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['api'] }] },
    'match',
    'NotIn, another value',
  ],
  [{ matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, 'match', 'Exists'],
  [{ matchExpressions: [{ key: 'zone', operator: 'Exists' }] }, 'noMatch', 'Exists, missing'],
  [{ matchExpressions: [{ key: 'zone', operator: 'DoesNotExist' }] }, 'match', 'DoesNotExist, missing'],
  [{ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, 'noMatch', 'DoesNotExist'],
  [
    { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'In', values: ['db'] }] },
    'noMatch',
    'labels and expressions are joined',
  ],
  [
    { matchExpressions: [{ key: 'app', operator: 'Equals', values: ['web'] }] },
    'invalid',
    'an operator that is none',
  ],
  [{ matchExpressions: [{ key: 'app', operator: 'In' }] }, 'invalid', 'In without values'],
  [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: [] }] }, 'invalid', 'NotIn without values'],
  [
    { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['x'] }] },
    'invalid',
    'Exists with values',
  ],
  [
    { matchExpressions: [{ key: 'app', operator: 'DoesNotExist', values: ['x'] }] },
    'invalid',
    'DoesNotExist with values',
  ],
  [{ matchExpressions: ['app'] }, 'invalid', 'an expression that is none'],
  [
    { matchLabels: { app: 'api' }, matchExpressions: [{ key: 'app', operator: 'Equals' }] },
    'invalid',
    'an invalid expression counts even where the labels already differ',
  ],
];

describe('label selectors', () => {
  it.each(rows)('%j: %s (%s)', (selector, result) => {
    const read = decodeSelector(selector);
    expect(read && matchLabels(read, labels)).toBe(result);
  });

  it('knows an absent selector from an empty one', () => {
    expect(decodeSelector(undefined)).toBeUndefined();
    expect(decodeSelector(null)).toBeUndefined();
    expect(decodeSelector([])).toBeUndefined();
    expect(decodeSelector({})).toEqual({ matchLabels: {}, matchExpressions: [] });
  });
});

describe('selectorText', () => {
  it('writes labels and expressions as kubectl does', () => {
    expect(
      selectorText({
        matchLabels: { app: 'web' },
        matchExpressions: [
          { key: 'zone', operator: 'In', values: ['a', 'b'] },
          { key: 'gpu', operator: 'Exists', values: [] },
          { key: 'old', operator: 'DoesNotExist', values: [] },
        ],
      }),
    ).toBe('app=web, zone in (a, b), gpu, !old');
  });
});
