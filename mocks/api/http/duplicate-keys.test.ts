import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { duplicateKeys } from './duplicate-keys.ts';

it.each([
  ['{"a":1,"b":2}', []],
  ['{"a":1,"a":2}', ['a']],
  ['{"a":{"b":1,"c":[],"b":2}}', ['a.b']],
  ['{"l":[{"n":1},{"n":1,"n":2}]}', ['l[1].n']],
  ['[{"x":1},[{"y":1,"y":1}]]', ['[1][0].y']],
  [String.raw`{"a\"b":1,"a\u0022b":2}`, ['a"b']],
  ['{"a":"{\\"a\\":1,\\"a\\":2}"}', []],
  ['{"a":1,"a":2,"a":3}', ['a', 'a']],
  ['"text"', []],
])('%s', (text, expected) => {
  expect(duplicateKeys(text)).toEqual(expected);
});

it('finds none in what JSON.stringify writes, and the one that is put in', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (object) => {
      const text = JSON.stringify(object);
      expect(duplicateKeys(text)).toEqual([]);
      const [first] = Object.keys(object);
      const twice = `{${JSON.stringify(first)}:0,${text.slice(1)}`;
      expect(duplicateKeys(twice)).toEqual([first]);
    }),
  );
});
