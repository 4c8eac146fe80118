import { failed, parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';

/** The size of the pools that the controller makes: replicas plus `count`, or `count` whatever the replicas are. */
export interface PoolNumber {
  readonly form: 'elastic' | 'total';
  readonly count: number;
}

/**
 * Reads `ipam.spidernet.io/ippool-ip-number` as Spiderpool does (`GetPoolIPNumber`): `"N"` or `"+N"`. What stands
 * before the `+` is dropped, so that `"abc+2"` is `+2`; more than one `+` is an error.
 */
export function parsePoolNumber(text: string): Parsed<PoolNumber, 'badNumber' | 'negativeNumber'> {
  const parts = text.split('+');
  if (parts.length > 2) return failed('badNumber');
  const digits = parts.at(-1) ?? '';
  if (!/^-?[0-9]+$/.test(digits)) return failed('badNumber');
  const count = Number(digits);
  if (!Number.isSafeInteger(count)) return failed('badNumber');
  if (count < 0) return failed('negativeNumber');
  return parsed({ form: parts.length === 2 ? 'elastic' : 'total', count });
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((text) => [text, true] as const),
  ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map((text) => [text, false] as const),
]);

/** Go's `strconv.ParseBool`; `undefined` for any other text. */
export function parseGoBoolean(text: string): boolean | undefined {
  return booleans.get(text);
}
