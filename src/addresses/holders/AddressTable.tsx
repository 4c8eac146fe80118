import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { formatRange } from '../../domain/ip/range.ts';
import type { AddressRow } from '../../domain/spiderpool/address-rows.ts';
import { paths } from '../../host/paths.ts';
import { useLanguage, useText } from '../../i18n/useText.ts';
import { countText } from '../../ui/stock/count-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFilter } from '../../ui/ListFrame.tsx';
import { MonoText } from '../../ui/MonoText.tsx';
import { StateMark } from '../map/StateMark.tsx';
import styles from './AddressTable.module.css';
import { findRows } from './find-rows.ts';
import { WorkloadLink } from './WorkloadLink.tsx';

interface AddressTableProps {
  readonly cluster: string;
  readonly rows: readonly AddressRow[];
  /** Of a pool there are Pods to show, of a subnet pools. */
  readonly of: 'pool' | 'subnet';
  /** The address taken on the map. */
  readonly selected: bigint | undefined;
  readonly onShowAll: () => void;
}

/** Who holds which address, what is reserved by whom, and what is free. */
export function AddressTable({ cluster, rows, of, selected, onShowAll }: AddressTableProps) {
  const t = useText();
  const text = useFilter();
  const state = useFilter('state');
  const shown = useMemo(
    () => findRows(rows, { address: selected, state: state.value, text: text.value }),
    [rows, selected, state.value, text.value],
  );
  const states = useMemo(() => [...new Set(rows.map((row) => row.state))], [rows]);
  const columns = useColumns(cluster, of);
  return (
    <>
      <div className={styles['tools']}>
        <Input
          className={styles['search'] ?? ''}
          type="search"
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('holders.search')}
          aria-label={t('holders.search')}
          value={text.value}
          onChange={(event) => text.set(event.target.value)}
        />
        <Select
          className={styles['state'] ?? ''}
          aria-label={t('holders.state')}
          value={state.value}
          onChange={state.set}
          options={[
            { value: '', label: t('holders.state.all') },
            ...states.map((each) => ({ value: each, label: t(`cell.${each}`) })),
          ]}
        />
        {selected !== undefined && (
          <Button type="link" onClick={onShowAll}>
            {t('holders.showAll')}
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState title={rows.length === 0 ? t('holders.none') : t('holders.noMatch')} />
      ) : (
        <Table<AddressRow>
          columns={columns}
          dataSource={shown}
          rowKey={({ family, first, holder }) => `${family} ${first} ${holder?.pod ?? ''}`}
          size="small"
          tableLayout="fixed"
          scroll={{ x: 720 }}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        />
      )}
    </>
  );
}

function useColumns(cluster: string, of: AddressTableProps['of']): TableColumnsType<AddressRow> {
  const t = useText();
  const language = useLanguage();
  return useMemo(() => {
    const address: TableColumnsType<AddressRow> = [
      {
        title: t('holders.column.address'),
        key: 'address',
        width: '20%',
        render: (_, { family, first, last }) => <MonoText>{formatRange(family, { first, last })}</MonoText>,
      },
      {
        title: t('holders.column.count'),
        key: 'count',
        width: 70,
        render: (_, { first, last }) => countText(last - first + 1n, language),
      },
      {
        title: t('holders.column.state'),
        key: 'state',
        width: 140,
        render: (_, row) => (
          <span className={styles['stateCell']}>
            <StateMark state={row.state === 'stray' ? 'used' : row.state} />
            {t(`cell.${row.state}`)}
          </span>
        ),
      },
    ];
    const reservedBy = (row: AddressRow) => (row.state === 'reserved' ? row.names.join(', ') : '');
    const pods: TableColumnsType<AddressRow> = [
      {
        title: t('holders.column.pod'),
        key: 'pod',
        render: (_, { holder }) =>
          holder !== undefined && (
            <span className={styles['text']}>{`${holder.namespace}/${holder.pod}`}</span>
          ),
      },
      {
        title: t('holders.column.nic'),
        key: 'nic',
        width: 64,
        render: (_, { holder }) => holder?.interfaceName,
      },
      {
        title: t('holders.column.workload'),
        key: 'workload',
        width: '15%',
        render: (_, { holder }) =>
          holder?.workload !== undefined && <WorkloadLink cluster={cluster} workload={holder.workload} />,
      },
    ];
    const pools: TableColumnsType<AddressRow> = [
      {
        title: t('holders.column.pool'),
        key: 'pool',
        render: (_, { state, names }) =>
          state !== 'reserved' &&
          names.map((name) => (
            <div key={name}>
              <Link to={paths.ipPool(cluster, name)}>{name}</Link>
            </div>
          )),
      },
    ];
    return [
      ...address,
      ...(of === 'pool' ? pods : pools),
      { title: t('holders.column.by'), key: 'by', width: '12%', render: (_, row) => reservedBy(row) },
    ];
  }, [t, language, cluster, of]);
}
