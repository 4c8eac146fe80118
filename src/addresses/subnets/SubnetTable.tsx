import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { familyName } from '../../domain/spiderpool/reason.ts';
import { paths } from '../../host/paths.ts';
import { useLanguage, useText } from '../../i18n/useText.ts';
import { shortRanges } from '../../ui/stock/address-words.ts';
import { countText } from '../../ui/stock/count-text.ts';
import { MonoText } from '../../ui/MonoText.tsx';
import styles from '../cells.module.css';
import { FreeCell } from '../FreeCell.tsx';
import { StateBadges } from '../StateBadges.tsx';
import { compareCidrs, compareCounts } from '../stock-count.ts';
import type { SubnetRow } from './subnet-rows.ts';

interface SubnetTableProps {
  readonly cluster: string;
  readonly rows: readonly SubnetRow[];
  readonly loading: boolean;
}

export function SubnetTable({ cluster, rows, loading }: SubnetTableProps) {
  const t = useText();
  const language = useLanguage();
  const columns: TableColumnsType<SubnetRow> = [
    {
      title: t('addresses.column.name'),
      key: 'name',
      width: '22%',
      sorter: (a, b) => a.subnet.name.localeCompare(b.subnet.name),
      defaultSortOrder: 'ascend',
      render: (_, { subnet }) => (
        <>
          <Link className={styles['name']} to={paths.subnet(cluster, subnet.name)}>
            {subnet.name}
          </Link>
          <div className={styles['badges']}>
            <StateBadges terminating={subnet.terminating} />
          </div>
          {subnet.problems.length > 0 && (
            <div className={styles['problem']}>
              {t('addresses.problems', { count: subnet.problems.length })}
            </div>
          )}
        </>
      ),
    },
    {
      title: t('addresses.column.cidr'),
      key: 'cidr',
      width: '26%',
      sorter: (a, b) => compareCidrs(a.subnet.subnet, b.subnet.subnet),
      render: (_, { subnet }) => (
        <>
          <MonoText>{subnet.subnet === '' ? '–' : subnet.subnet}</MonoText>
          <div className={styles['second']}>
            {familyName(subnet.family)} · {shortRanges(subnet.addresses) || '–'}
          </div>
        </>
      ),
    },
    {
      title: t('addresses.column.free'),
      key: 'free',
      width: 200,
      sorter: (a, b) => compareCounts(a.count.free, b.count.free),
      render: (_, { count }) => <FreeCell count={count} />,
    },
    {
      title: t('addresses.column.handedOut'),
      key: 'handedOut',
      width: 150,
      sorter: (a, b) => compareCounts(a.handedOut, b.handedOut),
      render: (_, { handedOut }) => countText(handedOut, language),
    },
    {
      title: t('addresses.column.pools'),
      key: 'pools',
      sorter: (a, b) => a.subnet.controlled.length - b.subnet.controlled.length,
      render: (_, { subnet }) => subnet.controlled.length,
    },
  ];
  return (
    <Table<SubnetRow>
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
