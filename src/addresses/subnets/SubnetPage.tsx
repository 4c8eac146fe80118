import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { standingOf } from '../../cluster/knowledge.ts';
import type { ListState } from '../../cluster/list-state.ts';
import { countAddresses, setOf } from '../../domain/ip/range-set.ts';
import { subnetRows } from '../../domain/spiderpool/address-rows.ts';
import { subnetMap } from '../../domain/spiderpool/range-map.ts';
import { familyName } from '../../domain/spiderpool/reason.ts';
import { reservedAddresses } from '../../domain/spiderpool/reserved.ts';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { ApiErrorNote } from '../../ui/ApiErrorNote.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Card } from '../../ui/Card.tsx';
import { Counts } from '../Counts.tsx';
import { Facts } from '../Facts.tsx';
import { AddressSections } from '../holders/AddressSections.tsx';
import { StateBadges } from '../StateBadges.tsx';
import { labelFact, stockFacts } from '../stock-facts.tsx';
import { StockPage } from '../StockPage.tsx';
import styles from '../StockPage.module.css';
import { usePools, useReserved, useSubnets, type SubnetRecord } from '../useAddressLists.ts';
import { HeldNote } from './HeldNote.tsx';
import { sharesOf } from './shares.ts';
import { ShareTable } from './ShareTable.tsx';

interface SubnetPageProps {
  readonly cluster: string;
  readonly name: string;
}

/** One subnet: what it is, and which pools have got which of its addresses. */
export function SubnetPage({ cluster, name }: SubnetPageProps) {
  const t = useText();
  const { items, state } = useSubnets(cluster, name);
  const record = items[0];
  if (record !== undefined) return <FoundSubnet cluster={cluster} record={record} state={state} />;
  if (state.phase === 'listing') return <Skeleton active className={styles['skeleton'] ?? ''} />;
  if (state.phase === 'forbidden') return <ApiErrorNote error={state.error} title={t('subnets.forbidden')} />;
  if (state.phase === 'failed') return <ApiErrorNote error={state.error} title={t('subnets.failed')} />;
  if (state.phase === 'absent') {
    return <EmptyState wholePage title={t('subnets.absent')} hint={t('subnets.absent.hint')} />;
  }
  return (
    <EmptyState wholePage title={t('subnet.missing', { name })} hint={t('subnet.missing.hint')}>
      <Link to={paths.subnets(cluster)}>{t('subnet.toList')}</Link>
    </EmptyState>
  );
}

interface FoundSubnetProps {
  readonly cluster: string;
  readonly record: SubnetRecord;
  readonly state: ListState;
}

function FoundSubnet({ cluster, record: { subnet, details }, state }: FoundSubnetProps) {
  const t = useText();
  const reserved = useReserved(cluster);
  const pools = usePools(cluster);
  const own = useMemo(() => {
    const byName = new Map(pools.items.map(({ pool }) => [pool.name, pool]));
    return new Map(
      subnet.controlled.flatMap(({ name }) => {
        const pool = byName.get(name);
        return pool === undefined ? [] : [[name, pool] as const];
      }),
    );
  }, [pools.items, subnet]);
  const map = useMemo(() => {
    const all = reserved.known ? reservedAddresses(reserved.items)[subnet.family] : undefined;
    const ranges = [...own.values()].flatMap(({ allocatedSet }) =>
      allocatedSet.family === subnet.family ? allocatedSet.ranges : [],
    );
    return subnetMap(subnet, details, setOf(subnet.family, ranges), all);
  }, [subnet, details, own, reserved.known, reserved.items]);
  const rows = useMemo(
    () =>
      subnetRows(
        map,
        subnet.controlled,
        reserved.items.filter(({ addresses }) => addresses.family === subnet.family),
      ),
    [map, subnet, reserved.items],
  );
  return (
    <StockPage
      name={subnet.name}
      state={state}
      badges={<StateBadges terminating={subnet.terminating} />}
      second={`${familyName(subnet.family)} · ${subnet.subnet}`}
      problems={subnet.problems}
      reserved={reserved}
    >
      <div className={styles['columns']}>
        <Card title={t('facts.title')}>
          <Facts facts={[...stockFacts(subnet, details, t), ...labelFact(details, t)]} />
        </Card>
        <Card title={t('counts.title')}>
          <Counts
            counts={map.counts}
            of="subnet"
            details={details}
            recorded={countAddresses(subnet.handedOut)}
            reservedKnown={reserved.known}
            stray={0}
          />
          <HeldNote counts={map.counts} pools={standingOf(pools.state).state} />
        </Card>
      </div>
      <Card title={t('share.title')}>
        <ShareTable cluster={cluster} shares={sharesOf(subnet, own)} />
      </Card>
      <AddressSections cluster={cluster} of="subnet" map={map} rows={rows} />
    </StockPage>
  );
}
