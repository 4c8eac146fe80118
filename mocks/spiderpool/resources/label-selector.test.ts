import { describe, expect, it } from 'vitest';
import { readSelector, selects, SelectorError } from './label-selector.ts';

describe('a selector of a pool, evaluated as `metav1.LabelSelectorAsSelector` does', () => {
  const evaluate = (operator: string, values: string[], labels: Record<string, string>) => {
    const selector = readSelector({ matchExpressions: [{ key: 'zone', operator, values }] });
    if (selector === undefined) throw new Error('no selector');
    try {
      return selects(selector, labels);
    } catch (error) {
      if (error instanceof SelectorError) return error.message;
      throw error;
    }
  };

  it.each([
    { operator: 'In', values: ['a'], picks: true },
    { operator: 'NotIn', values: ['a'], picks: false },
    { operator: 'Exists', values: [], picks: true },
    { operator: 'DoesNotExist', values: [], picks: false },
  ])('$operator $values picks zone=a: $picks', ({ operator, values, picks }) => {
    expect(evaluate(operator, values, { zone: 'a' })).toBe(picks);
  });

  it.each([
    { operator: 'Like', values: ['a'], says: '"Like" is not a valid label selector operator' },
    { operator: 'In', values: [], says: /^values: Invalid value: .*values set can't be empty$/ },
    { operator: 'NotIn', values: [], says: /^values: Invalid value: .*values set can't be empty$/ },
    { operator: 'Exists', values: ['a'], says: /values set must be empty for exists and does not exist$/ },
    {
      operator: 'DoesNotExist',
      values: ['a'],
      says: /values set must be empty for exists and does not exist$/,
    },
  ])('$operator $values is refused', ({ operator, values, says }) => {
    expect(evaluate(operator, values, { zone: 'a' })).toEqual(
      typeof says === 'string' ? says : expect.stringMatching(says),
    );
  });
});
