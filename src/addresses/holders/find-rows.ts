import { formatAddress, parseAddress } from '../../domain/ip/address.ts';
import { formatRange } from '../../domain/ip/range.ts';
import type { AddressRow } from '../../domain/spiderpool/address-rows.ts';

export interface RowQuery {
  /** Of the map: the line that has it. */
  readonly address: bigint | undefined;
  /** `''` is any. */
  readonly state: string;
  /** An address, or part of an address, a Pod, a workload, a name. */
  readonly text: string;
}

/** The lines that are asked for. */
export function findRows(
  rows: readonly AddressRow[],
  { address, state, text }: RowQuery,
): readonly AddressRow[] {
  const wanted = text.trim().toLowerCase();
  const whole = parseAddress(wanted);
  return rows.filter((row) => {
    if (address !== undefined && !has(row, address)) return false;
    if (state !== '' && row.state !== state) return false;
    if (wanted === '') return true;
    if (whole.ok) return row.family === whole.value.family && has(row, whole.value.value);
    return wordsOf(row).some((word) => word.toLowerCase().includes(wanted));
  });
}

function has({ first, last }: AddressRow, value: bigint): boolean {
  return first <= value && value <= last;
}

function wordsOf({ family, first, last, holder, names }: AddressRow): readonly string[] {
  const held = holder === undefined ? [] : [`${holder.namespace}/${holder.pod}`, holder.workload?.name ?? ''];
  return [formatRange(family, { first, last }), ...held, ...names];
}

/** The address that a URL names, if it is one of the family. */
export function addressOf(text: string, family: AddressRow['family']): bigint | undefined {
  const address = parseAddress(text);
  return address.ok && address.value.family === family ? address.value.value : undefined;
}

export function addressText(family: AddressRow['family'], value: bigint | undefined): string {
  return value === undefined ? '' : formatAddress({ family, value });
}
