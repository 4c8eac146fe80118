import { Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { namespaceOf, type StoredDeployment } from './stored-deployment.ts';
import { paths } from '../host/paths.ts';
import { useText } from '../i18n/useText.ts';
import { ForReaders } from '../ui/ForReaders.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { DeploymentMenu } from './actions/DeploymentMenu.tsx';
import { DeploymentStatusText } from './DeploymentStatusText.tsx';
import { imagesOf, summarizeDeployment, type DeploymentSummary } from './deployment-status.ts';
import styles from './DeploymentTable.module.css';
import { ImageList } from './ImageList.tsx';

interface Row extends DeploymentSummary {
  readonly deployment: StoredDeployment;
  readonly key: string;
  readonly name: string;
  readonly namespace: string;
  readonly images: readonly string[];
  readonly created: string;
}

/** Below this many pixels the columns scroll. */
const narrowest = 640;

interface DeploymentTableProps {
  cluster: string;
  deployments: readonly StoredDeployment[];
  loading: boolean;
}

export function DeploymentTable({ cluster, deployments, loading }: DeploymentTableProps) {
  const t = useText();
  const rows = useMemo(() => deployments.map(toRow), [deployments]);
  const columns: TableColumnsType<Row> = [
    {
      title: t('column.name'),
      dataIndex: 'name',
      sorter: (a, b) => a.name.localeCompare(b.name) || a.namespace.localeCompare(b.namespace),
      defaultSortOrder: 'ascend',
      render: (_, { name, namespace }) => (
        <div className={styles['name']}>
          <div>
            <Link to={paths.deployment(cluster, namespace, name)}>{name}</Link>
          </div>
          <div className={styles['under']}>{namespace}</div>
        </div>
      ),
    },
    {
      title: t('column.status'),
      dataIndex: 'status',
      width: 140,
      sorter: (a, b) => a.status.localeCompare(b.status),
      render: (_, { status }) => <DeploymentStatusText status={status} />,
    },
    {
      title: t('column.ready'),
      dataIndex: 'ready',
      width: 110,
      sorter: (a, b) => a.ready - b.ready,
      render: (_, { ready, desired }) => t('ready.of', { ready, desired }),
    },
    {
      title: t('column.namespace'),
      dataIndex: 'namespace',
      // On a narrower page it stands under the name, so that the images have room.
      responsive: ['xl'],
      width: 160,
      sorter: (a, b) => a.namespace.localeCompare(b.namespace),
    },
    {
      title: t('column.image'),
      dataIndex: 'images',
      responsive: ['md'],
      render: (_, { images }) => <ImageList images={images} />,
    },
    {
      title: t('column.age'),
      dataIndex: 'created',
      width: 150,
      sorter: (a, b) => a.created.localeCompare(b.created),
      render: (_, { created }) => <RelativeTime at={created} />,
    },
    {
      title: <ForReaders>{t('column.actions')}</ForReaders>,
      key: 'actions',
      // In sight on a narrow page too, where the other columns scroll.
      fixed: 'end',
      width: 56,
      render: (_, { deployment }) => <DeploymentMenu cluster={cluster} deployment={deployment} />,
    },
  ];
  return (
    <Table<Row>
      columns={columns}
      dataSource={rows}
      loading={loading}
      size="middle"
      scroll={{ x: narrowest }}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      showSorterTooltip={false}
    />
  );
}

function toRow(deployment: StoredDeployment): Row {
  const { name, uid } = deployment.metadata;
  const namespace = namespaceOf(deployment);
  return {
    ...summarizeDeployment(deployment),
    deployment,
    key: uid,
    name,
    namespace,
    images: imagesOf(deployment),
    created: deployment.metadata?.creationTimestamp ?? '',
  };
}
