/** A `resource.Quantity`: an exact number with the family of suffixes that it is written in. */
export interface Quantity {
  /** The value times 10^9. */
  nanos: bigint;
  format: 'binary' | 'decimal' | 'exponent';
}

export type QuantityError = 'format' | 'suffix' | 'numeric';

/** The texts of Kubernetes for what is wrong with a quantity. */
export const QUANTITY_ERRORS: Record<QuantityError, string> = {
  format: "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  suffix: "unable to parse quantity's suffix",
  numeric: 'unable to parse numeric part of quantity',
};

const FORM = /^([+-]?)([0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$/;
const NANO = 9;
const DECIMAL: Record<string, number> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const LARGEST = (1n << 63n) - 1n;
/** Digits and exponents beyond this say nothing that would not be capped, and would only cost time. */
const MOST_DIGITS = 64;

/** Parses `500m`, `1.5Gi`, `2e3`. Source: `ParseQuantity` of k8s.io/apimachinery. */
export function parseQuantity(text: string): Quantity | QuantityError {
  const [, sign, digits, suffix] = FORM.exec(text) ?? [];
  if (digits === undefined || suffix === undefined) return 'format';
  const scale = readSuffix(suffix);
  if (scale === undefined) return 'suffix';
  const number = /^(\d*)\.?(\d*)$/.exec(digits);
  const whole = number?.[1] ?? '';
  const fraction = number?.[2] ?? '';
  if (number === null || whole + fraction === '' || digits.length > MOST_DIGITS) return 'numeric';
  const unscaled = BigInt(whole + fraction) * scale.factor;
  const exponent = scale.power - fraction.length + NANO;
  const value = shift(unscaled, exponent);
  const capped = scale.format === 'binary' ? min(value, LARGEST * 10n ** BigInt(NANO)) : value;
  const format = scale.format === 'binary' && capped < 10n ** BigInt(NANO) ? 'decimal' : scale.format;
  return { nanos: sign === '-' ? -capped : capped, format };
}

interface Suffix {
  format: Quantity['format'];
  factor: bigint;
  power: number;
}

function readSuffix(suffix: string): Suffix | undefined {
  const power = DECIMAL[suffix];
  if (power !== undefined) return { format: 'decimal', factor: 1n, power };
  const binary = BINARY.indexOf(suffix);
  if (binary > 0) return { format: 'binary', factor: 1n << BigInt(10 * binary), power: 0 };
  const [, exponent] = /^[eE]([+-]?\d{1,3})$/.exec(suffix) ?? [];
  return exponent === undefined ? undefined : { format: 'exponent', factor: 1n, power: Number(exponent) };
}

/** Multiplies by a power of ten; a loss of digits is rounded up. */
function shift(value: bigint, power: number): bigint {
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (value + divisor - 1n) / divisor;
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/**
 * The text that a quantity is kept in: the given one where it is as good as canonical, such as `1E3`, otherwise the canonical.
 * Source: the fast path of `ParseQuantity`.
 */
export function keptQuantity(text: string, parsed: Quantity): string {
  const [, whole = '', fraction = '', suffix = ''] = /^[+-]?0*(\d*)\.?(\d*)(.*)$/.exec(text) ?? [];
  const digits = (whole || '0') + fraction;
  const scale = readSuffix(suffix)?.power ?? 0;
  const asGood =
    parsed.format !== 'binary' &&
    (scale - fraction.length) % 3 === 0 &&
    !digits.endsWith('000') &&
    !digits.startsWith('0');
  return asGood && digits.length < 16 ? text : formatQuantity(parsed);
}

/** The canonical text: `1024Mi` -> `1Gi`, `0.5` -> `500m`. */
export function formatQuantity({ nanos, format }: Quantity): string {
  if (nanos === 0n) return '0';
  const one = 10n ** BigInt(NANO);
  const absolute = nanos < 0n ? -nanos : nanos;
  const sign = nanos < 0n ? '-' : '';
  if (format === 'binary' && absolute >= 1024n * one && absolute % one === 0n) {
    let number = absolute / one;
    let step = 0;
    while (number % 1024n === 0n && step < BINARY.length - 1) {
      number /= 1024n;
      step += 1;
    }
    return `${sign}${number}${BINARY[step] ?? ''}`;
  }
  let power = -NANO;
  let number = absolute;
  const largest = format === 'exponent' ? Number.POSITIVE_INFINITY : 18;
  while (number % 1000n === 0n && power < largest) {
    number /= 1000n;
    power += 3;
  }
  if (format === 'exponent') return power === 0 ? `${sign}${number}` : `${sign}${number}e${power}`;
  const suffix = Object.keys(DECIMAL).find((key) => DECIMAL[key] === power) ?? '';
  return `${sign}${number}${suffix}`;
}

/** Rounded up to thousandths, the finest that resources of a container are kept in. Text that is no quantity stays as it is. */
export function roundUpToMilli(text: string): string {
  const parsed = parseQuantity(text);
  const milli = 10n ** BigInt(NANO - 3);
  if (typeof parsed === 'string' || parsed.nanos % milli === 0n) return text;
  const up = parsed.nanos > 0n ? milli : 0n;
  return formatQuantity({ ...parsed, nanos: (parsed.nanos / milli) * milli + up });
}

/** How Go prints a quantity in an error: as the structure that it is. */
export function goQuantity(text: string): string {
  const [, number = '0', suffix = ''] = /^(-?\d+)(\D*)$/.exec(text) ?? [];
  const amount = `resource.int64Amount{value:${number}, scale:${DECIMAL[suffix] ?? 0}}`;
  return `resource.Quantity{i:${amount}, d:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, s:"${text}", Format:"DecimalSI"}`;
}

/** The value in units of 10^-9 of a quantity that was validated before; 0 for what is none. */
export function quantityNanos(value: unknown): bigint {
  const parsed =
    typeof value === 'string' || typeof value === 'number' ? parseQuantity(String(value)) : 'format';
  return typeof parsed === 'string' ? 0n : parsed.nanos;
}
