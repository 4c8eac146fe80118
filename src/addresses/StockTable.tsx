import { Table, type TableColumnType, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { AddressFamily } from '../domain/ip/address.ts';
import type { RangeSet } from '../domain/ip/range-set.ts';
import { familyName } from '../domain/spiderpool/reason.ts';
import { type Translate, useText } from '../i18n/useText.ts';
import { MonoText } from '../ui/MonoText.tsx';
import { shortRanges } from '../ui/stock/address-words.ts';
import styles from './cells.module.css';
import { FreeCell } from './FreeCell.tsx';
import { StateBadges } from './StateBadges.tsx';
import { compareCidrs, compareCounts, type StockCount } from './stock-count.ts';

/** What pools and subnets have in common. */
interface Stock {
  readonly name: string;
  readonly family: AddressFamily;
  /** Its CIDR; empty where it is not readable. */
  readonly subnet: string;
  readonly addresses: RangeSet;
  readonly problems: readonly unknown[];
  readonly isDefault?: boolean;
  readonly disabled?: boolean;
  readonly terminating: boolean;
}

interface StockRow {
  readonly key: string;
  readonly count: StockCount;
}

interface StockTableProps<Row extends StockRow> {
  readonly rows: readonly Row[];
  readonly loading: boolean;
  readonly stockOf: (row: Row) => Stock;
  /** The page of the pool or subnet of this name. */
  readonly pathOf: (name: string) => string;
  /** The columns after name, CIDR and free count. */
  readonly columns: TableColumnsType<Row>;
}

/** The list of pools, or that of subnets: name, CIDR and free count are the same in both. */
export function StockTable<Row extends StockRow>({ rows, loading, columns, ...words }: StockTableProps<Row>) {
  const t = useText();
  return (
    <Table<Row>
      columns={[nameColumn(t, words), cidrColumn(t, words), freeColumn(t), ...columns]}
      dataSource={rows}
      loading={loading}
      size="middle"
      tableLayout="fixed"
      scroll={{ x: 700 }}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      showSorterTooltip={false}
    />
  );
}

type Words<Row extends StockRow> = Pick<StockTableProps<Row>, 'stockOf' | 'pathOf'>;

function nameColumn<Row extends StockRow>(
  t: Translate,
  { stockOf, pathOf }: Words<Row>,
): TableColumnType<Row> {
  return {
    title: t('addresses.column.name'),
    key: 'name',
    width: '22%',
    sorter: (a, b) => stockOf(a).name.localeCompare(stockOf(b).name),
    defaultSortOrder: 'ascend',
    render: (_, row) => {
      const stock = stockOf(row);
      const { name, problems } = stock;
      return (
        <>
          <Link className={styles['name']} to={pathOf(name)}>
            {name}
          </Link>
          <div className={styles['badges']}>
            <StateBadges {...stock} />
          </div>
          {problems.length > 0 && (
            <div className={styles['problem']}>{t('addresses.problems', { count: problems.length })}</div>
          )}
        </>
      );
    },
  };
}

function cidrColumn<Row extends StockRow>(t: Translate, { stockOf }: Words<Row>): TableColumnType<Row> {
  return {
    title: t('addresses.column.cidr'),
    key: 'cidr',
    width: '22%',
    sorter: (a, b) => compareCidrs(stockOf(a).subnet, stockOf(b).subnet),
    render: (_, row) => {
      const { subnet, family, addresses } = stockOf(row);
      return (
        <>
          <MonoText>{subnet === '' ? '–' : subnet}</MonoText>
          <div className={styles['second']}>
            {familyName(family)} · {shortRanges(addresses) || '–'}
          </div>
        </>
      );
    },
  };
}

function freeColumn<Row extends StockRow>(t: Translate): TableColumnType<Row> {
  return {
    title: t('addresses.column.free'),
    key: 'free',
    width: 190,
    sorter: (a, b) => compareCounts(a.count.free, b.count.free),
    render: (_, { count }) => <FreeCell count={count} />,
  };
}
