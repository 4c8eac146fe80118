import { Link } from 'react-router';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { PoolBadges } from '../../ui/stock/PoolBadges.tsx';
import styles from '../cells.module.css';
import { StockTable } from '../StockTable.tsx';
import type { PoolRow } from './pool-rows.ts';

interface PoolTableProps {
  readonly cluster: string;
  readonly rows: readonly PoolRow[];
  readonly loading: boolean;
}

export function PoolTable({ cluster, rows, loading }: PoolTableProps) {
  const t = useText();
  return (
    <StockTable<PoolRow>
      rows={rows}
      loading={loading}
      stockOf={({ pool }) => pool}
      pathOf={(name) => paths.ipPool(cluster, name)}
      columns={[
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
          width: '15%',
          sorter: (a, b) => a.details.subnetName.localeCompare(b.details.subnetName),
          render: (_, { details: { subnetName } }) =>
            subnetName === '' ? '–' : <Link to={paths.subnet(cluster, subnetName)}>{subnetName}</Link>,
        },
      ]}
    />
  );
}
