import { useMemo } from 'react';
import { reservedAddresses } from '../../domain/spiderpool/reserved.ts';
import { useText } from '../../i18n/useText.ts';
import { ListFrame, useFilter } from '../../ui/ListFrame.tsx';
import { ReservedNote } from '../ReservedNote.tsx';
import { usePools, useReserved } from '../useAddressLists.ts';
import { findPools, poolRows } from './pool-rows.ts';
import { PoolTable } from './PoolTable.tsx';

/** The IP pools of a cluster. */
export function PoolsPage({ cluster }: { readonly cluster: string }) {
  const t = useText();
  const filter = useFilter();
  const { items, state } = usePools(cluster);
  const reserved = useReserved(cluster);
  const rows = useMemo(
    () => poolRows(items, reserved.known ? reservedAddresses(reserved.items) : undefined),
    [items, reserved.items, reserved.known],
  );
  const shown = useMemo(() => findPools(rows, filter.value), [rows, filter.value]);
  return (
    <ListFrame
      title={t('pools.title')}
      state={state}
      count={rows.length}
      shown={shown.length}
      filter={filter}
      searchLabel={t('pools.search')}
      texts={{
        empty: t('pools.empty'),
        emptyHint: t('pools.empty.hint'),
        absent: t('pools.absent'),
        absentHint: t('pools.absent.hint'),
        noMatch: t('pools.noMatch', { filter: filter.value }),
        forbidden: t('pools.forbidden'),
        failed: t('pools.failed'),
      }}
    >
      <ReservedNote reserved={reserved} />
      <PoolTable cluster={cluster} rows={shown} loading={state.phase === 'listing' && rows.length === 0} />
    </ListFrame>
  );
}
