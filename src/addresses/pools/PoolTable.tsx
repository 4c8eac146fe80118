import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { familyName } from '../../domain/spiderpool/reason.ts';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { shortRanges } from '../../ui/stock/address-words.ts';
import { PoolBadges } from '../../ui/stock/PoolBadges.tsx';
import { MonoText } from '../../ui/MonoText.tsx';
import styles from '../cells.module.css';
import { FreeCell } from '../FreeCell.tsx';
import { StateBadges } from '../StateBadges.tsx';
import { compareCidrs, compareCounts } from '../stock-count.ts';
import type { PoolRow } from './pool-rows.ts';

interface PoolTableProps {
  readonly cluster: string;
  readonly rows: readonly PoolRow[];
  readonly loading: boolean;
}

export function PoolTable({ cluster, rows, loading }: PoolTableProps) {
  const t = useText();
  const columns: TableColumnsType<PoolRow> = [
    {
      title: t('addresses.column.name'),
      key: 'name',
      width: '25%',
      sorter: (a, b) => a.pool.name.localeCompare(b.pool.name),
      defaultSortOrder: 'ascend',
      render: (_, { pool }) => (
        <>
          <Link className={styles['name']} to={paths.ipPool(cluster, pool.name)}>
            {pool.name}
          </Link>
          <div className={styles['badges']}>
            <StateBadges {...pool} />
          </div>
          {pool.problems.length > 0 && (
            <div className={styles['problem']}>
              {t('addresses.problems', { count: pool.problems.length })}
            </div>
          )}
        </>
      ),
    },
    {
      title: t('addresses.column.cidr'),
      key: 'cidr',
      width: '20%',
      sorter: (a, b) => compareCidrs(a.pool.subnet, b.pool.subnet),
      render: (_, { pool }) => (
        <>
          <MonoText>{pool.subnet === '' ? '–' : pool.subnet}</MonoText>
          <div className={styles['second']}>
            {familyName(pool.family)} · {shortRanges(pool.addresses) || '–'}
          </div>
        </>
      ),
    },
    {
      title: t('addresses.column.free'),
      key: 'free',
      width: 190,
      sorter: (a, b) => compareCounts(a.count.free, b.count.free),
      render: (_, { count }) => <FreeCell count={count} />,
    },
    {
      title: t('addresses.column.for'),
      key: 'for',
      render: (_, { pool }) => (
        <div className={styles['badges']}>
          <PoolBadges pool={pool} />
        </div>
      ),
    },
    {
      title: t('addresses.column.subnet'),
      key: 'subnet',
      width: '13%',
      sorter: (a, b) => a.details.subnetName.localeCompare(b.details.subnetName),
      render: (_, { details: { subnetName } }) =>
        subnetName === '' ? '–' : <Link to={paths.subnet(cluster, subnetName)}>{subnetName}</Link>,
    },
  ];
  return (
    <Table<PoolRow>
      columns={columns}
      dataSource={rows}
      loading={loading}
      size="middle"
      tableLayout="fixed"
      scroll={{ x: 720 }}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      showSorterTooltip={false}
    />
  );
}
