import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { formatRanges } from '../../domain/ip/range-set.ts';
import { paths } from '../../host/paths.ts';
import { useLanguage, useText } from '../../i18n/useText.ts';
import { countText } from '../../ui/stock/count-text.ts';
import { MonoText } from '../../ui/MonoText.tsx';
import styles from '../cells.module.css';
import { WorkloadLink } from '../holders/WorkloadLink.tsx';
import type { Share } from './shares.ts';

interface ShareTableProps {
  readonly cluster: string;
  readonly shares: readonly Share[];
}

/** More ranges of one pool than this are counted, not listed. */
const listed = 4;

/** The pools that have got addresses of a subnet. */
export function ShareTable({ cluster, shares }: ShareTableProps) {
  const t = useText();
  const language = useLanguage();
  if (shares.length === 0) return <p className={styles['second']}>{t('share.none')}</p>;
  const columns: TableColumnsType<Share> = [
    {
      title: t('holders.column.pool'),
      key: 'pool',
      width: '30%',
      render: (_, { pool }) => (
        <Link className={styles['name']} to={paths.ipPool(cluster, pool)}>
          {pool}
        </Link>
      ),
    },
    {
      title: t('share.column.ranges'),
      key: 'ranges',
      render: (_, { addresses }) => {
        const ranges = formatRanges(addresses);
        const more = ranges.length - listed;
        return (
          <>
            <MonoText>{ranges.slice(0, listed).join(', ')}</MonoText>{' '}
            {more > 0 && t('stock.more', { count: more })}
          </>
        );
      },
    },
    {
      title: t('share.column.count'),
      key: 'count',
      width: 90,
      render: (_, { count }) => countText(count, language),
    },
    {
      title: t('share.column.used'),
      key: 'used',
      width: 120,
      render: (_, { used }) => (used === undefined ? '–' : countText(used, language)),
    },
    {
      title: t('share.column.application'),
      key: 'application',
      width: '20%',
      render: (_, { application }) =>
        application !== undefined && (
          <>
            <WorkloadLink cluster={cluster} workload={application} />
            <div className={styles['second']}>
              {application.kind} · {application.namespace}
            </div>
          </>
        ),
    },
  ];
  return (
    <Table<Share>
      columns={columns}
      dataSource={shares}
      rowKey="pool"
      size="small"
      tableLayout="fixed"
      scroll={{ x: 720 }}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
    />
  );
}
