import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatQuantity, parseQuantity, quantityNanos } from './quantity.ts';

const canonical = (text: string) => {
  const parsed = parseQuantity(text);
  return typeof parsed === 'string' ? `error: ${parsed}` : formatQuantity(parsed);
};

it.each([
  ['0.5', '500m'],
  ['1000m', '1'],
  ['1024Mi', '1Gi'],
  ['1.5Gi', '1536Mi'],
  ['1Ki', '1Ki'],
  ['0.5Mi', '512Ki'],
  ['0.5Ki', '512'],
  ['1e3', '1e3'],
  ['1E3', '1e3'],
  ['5e-3', '5e-3'],
  ['100k', '100k'],
  ['1000k', '1M'],
  ['0.1n', '1n'],
  ['-5', '-5'],
  ['+1', '1'],
  ['.5', '500m'],
  ['5.', '5'],
  ['0', '0'],
  ['0m', '0'],
  ['16Ei', '9223372036854775807'],
  ['', 'error: format'],
  ['abc', 'error: format'],
  ['1 ', 'error: format'],
  ['1Xi', 'error: format'],
  ['1KiKi', 'error: suffix'],
  ['1..2', 'error: numeric'],
  ['.', 'error: numeric'],
])('%s is %s', (text, expected) => {
  expect(canonical(text)).toBe(expected);
});

const suffix = fc.constantFrom('', 'm', 'u', 'n', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'e3', 'e-2');
const quantity = fc
  .tuple(fc.integer({ min: -1e6, max: 1e6 }), suffix)
  .map(([number, unit]) => `${number}${unit}`);

it('keeps its value and its text in canonical form', () => {
  fc.assert(
    fc.property(quantity, (text) => {
      const once = canonical(text);
      expect(quantityNanos(once)).toBe(quantityNanos(text));
      expect(canonical(once)).toBe(once);
    }),
  );
});

it('is worth what arithmetic says', () => {
  const NANOS: Record<string, bigint> = {
    '': 10n ** 9n,
    m: 10n ** 6n,
    k: 10n ** 12n,
    M: 10n ** 15n,
    Ki: 1024n * 10n ** 9n,
    Mi: 1024n ** 2n * 10n ** 9n,
  };
  fc.assert(
    fc.property(fc.nat(1e6), fc.constantFrom(...Object.keys(NANOS)), (number, unit) => {
      expect(quantityNanos(`${number}${unit}`)).toBe(BigInt(number) * (NANOS[unit] ?? 0n));
    }),
  );
});
