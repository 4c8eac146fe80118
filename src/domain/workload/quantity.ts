import { failed, parsed, type Parsed } from '../parsed.ts';

/** A Kubernetes quantity as an exact number of thousandths, rounded up as Kubernetes does below that. */
export interface Quantity {
  readonly milli: bigint;
}

const decimalPowers: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const binaryPowers: Readonly<Record<string, bigint>> = {
  Ki: 10n,
  Mi: 20n,
  Gi: 30n,
  Ti: 40n,
  Pi: 50n,
  Ei: 60n,
};

const syntax = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:([KMGTPE]i)|[eE]([+-]?\d{1,2})|([numkMGTPE]?))$/;

/** Reads a quantity (`k8s.io/apimachinery/pkg/api/resource`): `250m`, `1.5`, `1Gi`, `2e3`. */
export function parseQuantity(text: string): Parsed<Quantity, 'syntax'> {
  const match = syntax.exec(text);
  if (match === null || text.length > 64) return failed('syntax');
  const [, sign, number = '', binary, exponent, suffix = ''] = match;
  const [whole = '', fraction = ''] = number.split('.');
  const digits = BigInt(`${whole}${fraction}`);
  const shift = binary === undefined ? 0n : (binaryPowers[binary] ?? 0n);
  const power = exponent === undefined ? (decimalPowers[suffix] ?? 0) : Number(exponent);
  const magnitude = scale(digits << shift, power - fraction.length + 3);
  return parsed({ milli: sign === '-' ? -magnitude : magnitude });
}

/** `value * 10^power`, rounded up. */
function scale(value: bigint, power: number): bigint {
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (value + divisor - 1n) / divisor;
}
