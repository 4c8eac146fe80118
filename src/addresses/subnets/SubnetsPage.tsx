import { useMemo } from 'react';
import { reservedAddresses } from '../../domain/spiderpool/reserved.ts';
import { useText } from '../../i18n/useText.ts';
import { ListFrame, useFilter } from '../../ui/ListFrame.tsx';
import { ReservedNote } from '../ReservedNote.tsx';
import { useReserved, useSubnets } from '../useAddressLists.ts';
import { findSubnets, subnetRows } from './subnet-rows.ts';
import { SubnetTable } from './SubnetTable.tsx';

/** The subnets of a cluster. */
export function SubnetsPage({ cluster }: { readonly cluster: string }) {
  const t = useText();
  const filter = useFilter();
  const { items, state } = useSubnets(cluster);
  const reserved = useReserved(cluster);
  const rows = useMemo(
    () => subnetRows(items, reserved.known ? reservedAddresses(reserved.items) : undefined),
    [items, reserved.items, reserved.known],
  );
  const shown = useMemo(() => findSubnets(rows, filter.value), [rows, filter.value]);
  return (
    <ListFrame
      title={t('subnets.title')}
      state={state}
      count={rows.length}
      shown={shown.length}
      filter={filter}
      searchLabel={t('subnets.search')}
      texts={{
        empty: t('subnets.empty'),
        emptyHint: t('subnets.empty.hint'),
        absent: t('subnets.absent'),
        absentHint: t('subnets.absent.hint'),
        noMatch: t('subnets.noMatch', { filter: filter.value }),
        forbidden: t('subnets.forbidden'),
        failed: t('subnets.failed'),
      }}
    >
      <ReservedNote reserved={reserved} />
      <SubnetTable cluster={cluster} rows={shown} loading={state.phase === 'listing' && rows.length === 0} />
    </ListFrame>
  );
}
