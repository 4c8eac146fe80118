import { expect, it } from 'vitest';
import { typedProblem } from './typed-value.ts';

const schema = {
  type: 'object',
  properties: {
    count: { type: 'integer' },
    name: { type: 'string' },
    on: { type: 'boolean' },
    size: { type: 'string', format: 'quantity' },
    list: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
  },
};

it.each([
  [{ count: 'two' }, '.count: expected numeric (int or float), got string'],
  [{ name: 7 }, '.name: expected string, got &value.valueUnstructured{Value:7}'],
  [{ on: 'yes' }, '.on: expected boolean, got &value.valueUnstructured{Value:"yes"}'],
  [{ list: {} }, '.list: expected list, got &value.valueUnstructured{Value:{}}'],
  [
    { list: [{ name: 'a' }, { name: 1 }] },
    '.list[1].name: expected string, got &value.valueUnstructured{Value:1}',
  ],
])('says of %j what is wrong', (value, problem) => {
  expect(typedProblem(schema, value)).toBe(problem);
});

it.each([{ count: 2, name: 'a', on: false, size: 5, list: [] }, { count: null }, { unknown: 1 }])(
  'has nothing against %j',
  (value) => {
    expect(typedProblem(schema, value)).toBeUndefined();
  },
);
