import { failed, parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { formatAddress, parseAddress } from './address.ts';
import type { AddressError, AddressFamily } from './address.ts';

/** Addresses `first` to `last`, both included, `first <= last`. */
export interface AddressRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** Why a text is not a range of one family in Spiderpool's syntax. */
export type RangeError =
  | { readonly code: 'rangeEmpty'; readonly text: string }
  /** A blank anywhere: `10.6.0.1 - 10.6.0.9`. */
  | { readonly code: 'rangeBlank'; readonly text: string }
  /** A CIDR where a range belongs. */
  | { readonly code: 'rangeCidr'; readonly text: string }
  /** More than one `-`, or nothing on a side of it. */
  | { readonly code: 'rangeShape'; readonly text: string }
  | { readonly code: 'rangeReversed'; readonly text: string }
  | { readonly code: 'rangeMixedFamilies'; readonly text: string }
  /** A sound range of another family than the one asked for. */
  | { readonly code: 'rangeOtherFamily'; readonly text: string; readonly family: AddressFamily }
  | { readonly code: 'rangeAddress'; readonly text: string; readonly cause: AddressError };

/**
 * Reads one entry of `spec.ips`: `a` or `a-b`, without blanks, `a <= b`, one family, never a CIDR
 * (Spiderpool `pkg/ip`, `ParseIPRange`).
 */
export function parseRange(
  text: string,
): Parsed<AddressRange & { readonly family: AddressFamily }, RangeError> {
  if (text === '') return failed({ code: 'rangeEmpty', text });
  if (/\s/.test(text)) return failed({ code: 'rangeBlank', text });
  if (text.includes('/')) return failed({ code: 'rangeCidr', text });
  const ends = text.split('-');
  if (ends.length > 2 || ends.includes('')) return failed({ code: 'rangeShape', text });
  const [firstText = '', lastText = firstText] = ends;
  const first = parseAddress(firstText);
  if (!first.ok) return failed({ code: 'rangeAddress', text, cause: first.error });
  const last = ends.length === 1 ? first : parseAddress(lastText);
  if (!last.ok) return failed({ code: 'rangeAddress', text, cause: last.error });
  if (first.value.family !== last.value.family) return failed({ code: 'rangeMixedFamilies', text });
  if (first.value.value > last.value.value) return failed({ code: 'rangeReversed', text });
  return parsed({ family: first.value.family, first: first.value.value, last: last.value.value });
}

/** `a` for one address, else `a-b`, in canonical text. */
export function formatRange(family: AddressFamily, range: AddressRange): string {
  const first = formatAddress({ family, value: range.first });
  return range.first === range.last ? first : `${first}-${formatAddress({ family, value: range.last })}`;
}
