import type { AddressRow } from '../../domain/spiderpool/address-rows.ts';
import type { RangeMap } from '../../domain/spiderpool/range-map.ts';
import { useText } from '../../i18n/useText.ts';
import { useFilter } from '../../ui/ListFrame.tsx';
import { Card } from '../../ui/Card.tsx';
import { RangeMapView } from '../map/RangeMapView.tsx';
import { AddressTable } from './AddressTable.tsx';
import { addressOf, addressText } from './find-rows.ts';
import { useAddressWords } from './useAddressWords.ts';

interface AddressSectionsProps {
  readonly cluster: string;
  readonly of: 'pool' | 'subnet';
  readonly map: RangeMap;
  readonly rows: readonly AddressRow[];
}

/** The map and the table of the same addresses: what is taken on the map, the table shows. It is kept in the URL. */
export function AddressSections({ cluster, of, map, rows }: AddressSectionsProps) {
  const t = useText();
  const address = useFilter('address');
  const describe = useAddressWords(map, rows);
  const selected = addressOf(address.value, map.family);
  const select = (value: bigint | undefined) => address.set(addressText(map.family, value));
  return (
    <>
      <Card title={t('map.title')}>
        <RangeMapView map={map} selected={selected} onSelect={select} describe={describe} />
      </Card>
      <Card title={t('holders.title')}>
        <AddressTable
          cluster={cluster}
          rows={rows}
          of={of}
          selected={selected}
          onShowAll={() => select(undefined)}
        />
      </Card>
    </>
  );
}
