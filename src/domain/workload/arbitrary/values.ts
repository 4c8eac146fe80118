import * as fc from 'fast-check';
import type { KeyValue } from '../draft.ts';

/** Texts that a YAML reader takes for something else, or that need quotes. */
const awkward = [
  'yes',
  'no',
  'on',
  'y',
  'true',
  'null',
  '~',
  'Null',
  '.nan',
  '.inf',
  '-.INF',
  '<<',
  '=',
  '012',
  '0x1F',
  '0o17',
  '1e3',
  '1.50',
  '-0',
  '+2',
  '12:30',
  '1_000',
  '2026-11-22',
  '1234567890123456789012',
  '- a',
  '? b',
  ': c',
  '# d',
  'e # f',
  'g: h',
  '*i',
  '&j',
  '!k',
  '|',
  '>',
  '%l',
  '@m',
  '`n',
  '{o}',
  '[p]',
  "'q",
  '"r',
  ' lead',
  'trail ',
  'two\nlines',
  'end\n',
  '\n',
  '\ttab',
  'é ü',
  '网卡',
  '🙂',
  '__proto__',
  'constructor',
  '---',
  '...',
];

/** Any text, empty or not. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constant('') },
);

export const someText: fc.Arbitrary<string> = anyText.filter((text) => text !== '');

/** What people type into a field for a number: numbers, and things that are none. */
export const numberText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 100_000 }).map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', '-1', '007', '1.5', '25%', '1e3', 'http', '99999999999999999999'),
  },
  { weight: 1, arbitrary: anyText },
);

export const someNumberText: fc.Arbitrary<string> = numberText.filter((text) => text !== '');

/** A list without two items of the same key. */
export function distinct<Item>(
  item: fc.Arbitrary<Item>,
  key: (item: Item) => string,
  max = 3,
): fc.Arbitrary<Item[]> {
  return fc.uniqueArray(item, { selector: key, maxLength: max });
}

export const textRow: fc.Arbitrary<{ value: string }> = fc.record({ value: anyText });
export const someTextRow: fc.Arbitrary<{ value: string }> = fc.record({ value: someText });

/** Rows of labels or annotations with different keys, none of them untouched. */
export function keyValues(taken: (key: string) => boolean = () => false): fc.Arbitrary<KeyValue[]> {
  const row = fc
    .record({ key: anyText, value: anyText })
    .filter(({ key, value }) => (key !== '' || value !== '') && !taken(key));
  return distinct(row, ({ key }) => key);
}
