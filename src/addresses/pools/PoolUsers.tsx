import { Table, type TableColumnsType } from 'antd';
import type { PoolUser } from '../../domain/spiderpool/holders.ts';
import { useText } from '../../i18n/useText.ts';
import { Badge } from '../../ui/Badge.tsx';
import styles from '../cells.module.css';
import { WorkloadLink } from '../holders/WorkloadLink.tsx';

interface PoolUsersProps {
  readonly cluster: string;
  readonly users: readonly PoolUser[];
  /** Who owns the Pods can be told. */
  readonly readable: boolean;
}

/** The workloads that hold addresses of a pool. */
export function PoolUsers({ cluster, users, readable }: PoolUsersProps) {
  const t = useText();
  const columns: TableColumnsType<PoolUser> = [
    {
      title: t('users.column.workload'),
      key: 'workload',
      render: (_, { workload, owner }) => (
        <>
          <span className={styles['name']}>
            <WorkloadLink cluster={cluster} workload={workload} />
          </span>{' '}
          {owner && <Badge>{t('users.owner')}</Badge>}
          <div className={styles['second']}>
            {workload.kind} · {workload.namespace}
          </div>
        </>
      ),
    },
    {
      title: t('users.column.nics'),
      key: 'nics',
      width: 90,
      render: (_, { interfaces }) => interfaces.join(', '),
    },
    { title: t('users.column.addresses'), dataIndex: 'addresses', width: 120 },
  ];
  return (
    <>
      {!readable && <p className={styles['problem']}>{t('users.unread')}</p>}
      {users.length === 0 ? (
        readable && <p className={styles['second']}>{t('users.none')}</p>
      ) : (
        <Table<PoolUser>
          columns={columns}
          dataSource={users}
          rowKey={({ workload }) => `${workload.kind} ${workload.namespace}/${workload.name}`}
          size="small"
          tableLayout="fixed"
          pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
        />
      )}
    </>
  );
}
