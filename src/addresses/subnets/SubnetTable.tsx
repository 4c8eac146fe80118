import { paths } from '../../host/paths.ts';
import { useLanguage, useText } from '../../i18n/useText.ts';
import { countText } from '../../ui/stock/count-text.ts';
import { compareCounts } from '../stock-count.ts';
import { StockTable } from '../StockTable.tsx';
import type { SubnetRow } from './subnet-rows.ts';

interface SubnetTableProps {
  readonly cluster: string;
  readonly rows: readonly SubnetRow[];
  readonly loading: boolean;
}

export function SubnetTable({ cluster, rows, loading }: SubnetTableProps) {
  const t = useText();
  const language = useLanguage();
  return (
    <StockTable<SubnetRow>
      rows={rows}
      loading={loading}
      stockOf={({ subnet }) => subnet}
      pathOf={(name) => paths.subnet(cluster, name)}
      columns={[
        {
          title: t('addresses.column.handedOut'),
          key: 'handedOut',
          width: '16%',
          sorter: (a, b) => compareCounts(a.handedOut, b.handedOut),
          render: (_, { handedOut }) => countText(handedOut, language),
        },
        {
          title: t('addresses.column.pools'),
          key: 'pools',
          width: '11%',
          sorter: (a, b) => a.subnet.controlled.length - b.subnet.controlled.length,
          render: (_, { subnet }) => subnet.controlled.length,
        },
      ]}
    />
  );
}
