import { describe, expect, it } from 'vitest';
import { asNodeSelector } from './node-selector.ts';

const none = { matchLabels: {}, matchExpressions: [] };

describe('asNodeSelector', () => {
  it.each([
    ['one node by its name', ['w1'], undefined, { 'kubernetes.io/hostname': 'w1' }],
    ['several nodes: a node selector cannot say that', ['w1', 'w2'], undefined, undefined],
    ['labels', [], { ...none, matchLabels: { zone: 'a' } }, { zone: 'a' }],
    [
      'an expression with one value',
      [],
      { ...none, matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] },
      { zone: 'a' },
    ],
    [
      'an expression with two values',
      [],
      { ...none, matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', 'b'] }] },
      undefined,
    ],
    [
      'names win over the selector',
      ['w1'],
      { ...none, matchLabels: { zone: 'a' } },
      { 'kubernetes.io/hostname': 'w1' },
    ],
  ])('%s', (_, names, selector, expected) => {
    expect(asNodeSelector(names, selector)).toEqual(expected);
  });
});
