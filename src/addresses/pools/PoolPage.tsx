import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { poolRows } from '../../domain/spiderpool/address-rows.ts';
import { holdersOf, poolUsers } from '../../domain/spiderpool/holders.ts';
import { countAddresses } from '../../domain/ip/range-set.ts';
import { poolMap } from '../../domain/spiderpool/range-map.ts';
import { poolRoom } from '../../domain/spiderpool/record-limit.ts';
import { familyName } from '../../domain/spiderpool/reason.ts';
import { reservedAddresses } from '../../domain/spiderpool/reserved.ts';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { PoolBadges } from '../../ui/stock/PoolBadges.tsx';
import { ApiErrorNote } from '../../ui/ApiErrorNote.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Card } from '../../ui/Card.tsx';
import { Counts } from '../Counts.tsx';
import { AddressSections } from '../holders/AddressSections.tsx';
import { StateBadges } from '../StateBadges.tsx';
import { StockPage } from '../StockPage.tsx';
import styles from '../StockPage.module.css';
import { useOwners, usePools, useReserved, type PoolRecord } from '../useAddressLists.ts';
import type { ListState } from '../../cluster/list-state.ts';
import { CreateWithPool } from './CreateWithPool.tsx';
import { PoolFacts } from './PoolFacts.tsx';
import { PoolUsers } from './PoolUsers.tsx';

interface PoolPageProps {
  readonly cluster: string;
  readonly name: string;
}

/** One pool: what it is, who holds which of its addresses, and which workloads use it. */
export function PoolPage({ cluster, name }: PoolPageProps) {
  const t = useText();
  const { items, state } = usePools(cluster, name);
  const record = items[0];
  if (record !== undefined) return <FoundPool cluster={cluster} record={record} state={state} />;
  if (state.phase === 'listing') return <Skeleton active className={styles['skeleton'] ?? ''} />;
  if (state.phase === 'forbidden') return <ApiErrorNote error={state.error} title={t('pools.forbidden')} />;
  if (state.phase === 'failed') return <ApiErrorNote error={state.error} title={t('pools.failed')} />;
  if (state.phase === 'absent') {
    return <EmptyState wholePage title={t('pools.absent')} hint={t('pools.absent.hint')} />;
  }
  return (
    <EmptyState wholePage title={t('pool.missing', { name })} hint={t('pool.missing.hint')}>
      <Link to={paths.ipPools(cluster)}>{t('pool.toList')}</Link>
    </EmptyState>
  );
}

interface FoundPoolProps {
  readonly cluster: string;
  readonly record: PoolRecord;
  readonly state: ListState;
}

function FoundPool({ cluster, record, state }: FoundPoolProps) {
  const t = useText();
  const { pool, details } = record;
  const reserved = useReserved(cluster);
  const owners = useOwners(cluster);
  const { map, room } = useMemo(() => {
    const all = reserved.known ? reservedAddresses(reserved.items)[pool.family] : undefined;
    return { map: poolMap(pool, details, all), room: poolRoom(pool, all) };
  }, [pool, details, reserved.known, reserved.items]);
  const holders = useMemo(() => holdersOf(pool, owners.ownerOf), [pool, owners.ownerOf]);
  const rows = useMemo(
    () =>
      poolRows(
        map,
        holders,
        reserved.items.filter(({ addresses }) => addresses.family === pool.family),
      ),
    [map, holders, reserved.items, pool.family],
  );
  return (
    <StockPage
      name={pool.name}
      state={state}
      badges={<StateBadges {...pool} />}
      second={
        <>
          {familyName(pool.family)} · {pool.subnet}
          <PoolBadges pool={pool} />
        </>
      }
      action={<CreateWithPool cluster={cluster} pool={pool} free={room.free} />}
      problems={pool.problems}
      reserved={reserved}
    >
      <div className={styles['columns']}>
        <Card title={t('facts.title')}>
          <PoolFacts cluster={cluster} record={record} />
        </Card>
        <div className={styles['stack']}>
          <Card title={t('counts.title')}>
            <Counts
              counts={map.counts}
              of="pool"
              details={details}
              recorded={countAddresses(pool.allocatedSet)}
              reservedKnown={reserved.known}
              stray={holders.filter(({ stray }) => stray).length}
              obtainable={room.beyondRecords > 0n ? room.free : undefined}
            />
          </Card>
          <Card title={t('users.title')}>
            <PoolUsers
              cluster={cluster}
              users={poolUsers(pool, holders)}
              readable={owners.readable || holders.length === 0}
            />
          </Card>
        </div>
      </div>
      <AddressSections cluster={cluster} of="pool" map={map} rows={rows} />
    </StockPage>
  );
}
