import { Table, type TableColumnsType } from 'antd';
import type { ListState } from '../../cluster/list-state.ts';
import { useText } from '../../i18n/useText.ts';
import { ApiErrorNote } from '../../ui/ApiErrorNote.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusDot } from '../StatusDot.tsx';
import type { EventSummary } from './event-summary.ts';
import styles from './EventsTab.module.css';

interface EventsTabProps {
  events: readonly EventSummary[];
  state: ListState;
}

export function EventsTab({ events, state }: EventsTabProps) {
  const t = useText();
  if (state.phase === 'forbidden' || state.phase === 'failed') return <ApiErrorNote error={state.error} />;
  if (events.length === 0 && state.phase !== 'listing') {
    return <EmptyState title={t('events.none')} hint={t('events.none.hint')} />;
  }
  const columns: TableColumnsType<EventSummary> = [
    {
      title: t('events.column.type'),
      key: 'type',
      width: 90,
      render: (_, { warning }) => (
        <StatusDot tone={warning ? 'bad' : 'quiet'}>
          {warning ? t('events.warning') : t('events.normal')}
        </StatusDot>
      ),
    },
    { title: t('events.column.reason'), dataIndex: 'reason', width: 180 },
    {
      title: t('events.column.object'),
      key: 'object',
      width: 180,
      render: (_, { object }) => (
        <span className={styles['object']}>
          {object.kind}/{object.name}
        </span>
      ),
    },
    {
      title: t('events.column.message'),
      dataIndex: 'message',
      render: (_, { message }) => <span className={styles['message']}>{message}</span>,
    },
    { title: t('events.column.count'), dataIndex: 'count', width: 60, align: 'right' },
    {
      title: t('events.column.last'),
      dataIndex: 'last',
      width: 100,
      render: (_, { last }) => <RelativeTime at={last} />,
    },
  ];
  return (
    <Table<EventSummary>
      columns={columns}
      dataSource={[...events]}
      rowKey="uid"
      size="small"
      loading={state.phase === 'listing' && events.length === 0}
      scroll={{ x: 960 }}
      tableLayout="fixed"
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
    />
  );
}
