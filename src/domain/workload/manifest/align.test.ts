import { expect, it } from 'vitest';
import { align } from './align.ts';

const identities = (text: string): string[] => (text === '' ? [] : text.split(' '));

it.each([
  ['a b c', 'a b c', [0, 1, 2]],
  ['a b c', 'c a b', [2, 0, 1]],
  ['a b c', 'b c', [1, 2]],
  ['a b', 'a x b', [0, null, 1]],
  ['a b', 'a x', [0, 1]],
  ['we web', 'web web', [0, 1]],
  ['a', 'b c', [0, null]],
  ['a a', 'a', [0]],
  ['a b', 'b', [1]],
  ['', 'a', [null]],
  ['a', '', []],
])('%j becomes %j', (existing, wanted, partners) => {
  expect(align(identities(existing), identities(wanted))).toEqual(partners);
});
