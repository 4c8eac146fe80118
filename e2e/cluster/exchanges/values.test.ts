import { expect, it } from 'vitest';
import { filled, filledText, valueAt } from './values.ts';

const values = new Map([
  ['ns', 'x-one'],
  ['uid', '17'],
]);

it('fills in what a script knows, and leaves other braces alone', () => {
  expect(filledText('/namespaces/{ns}/pods?x={none}&y={}', values)).toBe(
    '/namespaces/x-one/pods?x={none}&y={}',
  );
});

it('fills in texts at any depth, and keys', () => {
  expect(filled({ a: ['{uid}', 7, null], '{ns}': { b: '{ns}-b' } }, values)).toEqual({
    a: ['17', 7, null],
    'x-one': { b: 'x-one-b' },
  });
});

it.each([
  ['items.0.metadata.name', 'a'],
  ['items.1', undefined],
  ['items.0.metadata.none.deeper', undefined],
])('finds what is at %s', (path, value) => {
  expect(valueAt({ items: [{ metadata: { name: 'a' } }] }, path)).toBe(value);
});
