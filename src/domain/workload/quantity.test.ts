import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from './quantity.ts';

function milli(text: string): bigint | null {
  const quantity = parseQuantity(text);
  return quantity.ok ? quantity.value.milli : null;
}

describe('parseQuantity', () => {
  it.each([
    ['0', 0n],
    ['1', 1000n],
    ['250m', 250n],
    ['1.5', 1500n],
    ['.5', 500n],
    ['5.', 5000n],
    ['+2', 2000n],
    ['-1', -1000n],
    ['1k', 1_000_000n],
    ['1Ki', 1_024_000n],
    ['1.5Gi', 1_610_612_736_000n],
    ['1G', 1_000_000_000_000n],
    ['1E', 1_000_000_000_000_000_000_000n],
    ['1e3', 1_000_000n],
    ['1E3', 1_000_000n],
    ['1e-3', 1n],
    ['100u', 1n],
    ['1n', 1n],
    ['1001u', 2n],
    ['8Ei', 9_223_372_036_854_775_808_000n],
  ])('%s is %s thousandths', (text, value) => {
    expect(milli(text)).toBe(value);
  });

  it.each(['', ' 1', '1 ', '1 Gi', 'Gi', '1GB', '1ki', '0x1', '1.2.3', '.', '1e', '1e1000', '--1', '1K'])(
    'refuses %j',
    (text) => {
      expect(milli(text)).toBeNull();
    },
  );

  it('takes no longer for a long text', () => {
    expect(milli('9'.repeat(100_000))).toBeNull();
  });

  it('orders integers with a suffix as their numbers', () => {
    const suffixes: [string, number][] = [
      ['', 1],
      ['k', 1e3],
      ['Ki', 1024],
      ['M', 1e6],
      ['Mi', 1024 ** 2],
    ];
    const suffix = fc.constantFrom(...suffixes);
    const quantity = fc.tuple(fc.nat({ max: 10_000 }), suffix);
    fc.assert(
      fc.property(quantity, quantity, ([a, [unitA, factorA]], [b, [unitB, factorB]]) => {
        const [first, second] = [milli(`${a}${unitA}`) ?? 0n, milli(`${b}${unitB}`) ?? 0n];
        expect(first < second).toBe(a * factorA < b * factorB);
      }),
    );
  });
});
