import { describe, expect, it } from 'vitest';
import { fromRanges } from '../../domain/ip/range-set.ts';
import { asNodeSelector, selectorText, shortRanges } from './address-words.ts';

describe('shortRanges', () => {
  it.each([
    ['ipv4', ['10.6.0.10-10.6.0.59'], '10.6.0.10-59'],
    ['ipv4', ['10.6.0.250-10.6.1.4'], '10.6.0.250-10.6.1.4'],
    ['ipv4', ['10.6.0.10'], '10.6.0.10'],
    ['ipv4', ['10.6.0.10-10.6.0.12', '10.6.0.20', '10.6.0.30'], '10.6.0.10-12 +2'],
    ['ipv6', ['fd00::10-fd00::1f'], 'fd00::10-fd00::1f'],
    ['ipv4', [], ''],
  ] as const)('%s %j', (family, ranges, expected) => {
    expect(shortRanges(fromRanges(family, ranges).set)).toBe(expected);
  });
});

const none = { matchLabels: {}, matchExpressions: [] };

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
