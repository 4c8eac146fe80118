import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { StoredDeployment } from './stored-deployment.ts';
import { resources } from '../cluster/resources.ts';
import { useList } from '../cluster/useList.ts';
import { paths } from '../host/paths.ts';
import { useText } from '../i18n/useText.ts';
import { ListFrame, useFilter } from '../ui/ListFrame.tsx';
import { DeploymentTable } from './DeploymentTable.tsx';
import { imagesOf } from './deployment-status.ts';

/** The Deployments of a cluster, or of the namespace in the URL. */
export function DeploymentsPage({ cluster }: { cluster: string }) {
  const t = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const namespace = search.get('namespace') ?? undefined;
  const filter = useFilter();
  const { items, state } = useList(cluster, resources.deployments, { namespace });
  const shown = useMemo(() => items.filter((item) => matches(item, filter.value)), [items, filter.value]);
  const createPath = paths.createDeployment(cluster, namespace === undefined ? {} : { namespace });
  return (
    <ListFrame
      title={t('deployments.title')}
      state={state}
      count={items.length}
      shown={shown.length}
      filter={filter}
      searchLabel={t('deployments.search')}
      action={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate(createPath)}>
          {t('deployments.create')}
        </Button>
      }
      texts={{
        empty: t('deployments.empty'),
        emptyHint: t('deployments.empty.hint'),
        absent: t('deployments.absent'),
        noMatch: t('deployments.noMatch', { filter: filter.value }),
      }}
      emptyHelp={<Link to={createPath}>{t('deployments.create')}</Link>}
    >
      <DeploymentTable
        cluster={cluster}
        deployments={shown}
        loading={state.phase === 'listing' && items.length === 0}
      />
    </ListFrame>
  );
}

function matches(deployment: StoredDeployment, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  if (wanted === '') return true;
  return [deployment.metadata?.name ?? '', ...imagesOf(deployment)].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}
