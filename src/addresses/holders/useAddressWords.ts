import { useCallback } from 'react';
import type { AddressRow } from '../../domain/spiderpool/address-rows.ts';
import type { RangeMap } from '../../domain/spiderpool/range-map.ts';
import { useText } from '../../i18n/useText.ts';

/** What an address of a map is, in words: its state, and who holds or reserves it. */
export function useAddressWords(
  { family }: RangeMap,
  rows: readonly AddressRow[],
): (address: bigint) => string {
  const t = useText();
  return useCallback(
    (address) => {
      const row = rows.find(
        (each) => each.family === family && each.first <= address && address <= each.last,
      );
      if (row === undefined) return '';
      const state = t(`cell.${row.state}`);
      const holder = row.holder === undefined ? row.names.join(', ') : podText(row.holder);
      return holder === '' ? state : t('map.by', { state, holder });
    },
    [t, family, rows],
  );
}

function podText({ namespace, pod }: NonNullable<AddressRow['holder']>): string {
  return `${namespace}/${pod}`;
}
