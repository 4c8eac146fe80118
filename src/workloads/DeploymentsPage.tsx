import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { StoredDeployment } from './stored-deployment.ts';
import { resources } from '../cluster/resources.ts';
import { useList } from '../cluster/useList.ts';
import { paths } from '../host/paths.ts';
import { useText } from '../i18n/useText.ts';
import { ApiErrorNote } from '../ui/ApiErrorNote.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListStateSign } from '../ui/ListStateSign.tsx';
import { DeploymentTable } from './DeploymentTable.tsx';
import { imagesOf } from './deployment-status.ts';
import styles from './DeploymentsPage.module.css';

/** The Deployments of a cluster, or of the namespace in the URL. */
export function DeploymentsPage({ cluster }: { cluster: string }) {
  const t = useText();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const namespace = search.get('namespace') ?? undefined;
  const filter = search.get('filter') ?? '';
  const { items, state } = useList(cluster, resources.deployments, { namespace });
  const shown = useMemo(() => items.filter((item) => matches(item, filter)), [items, filter]);

  const setFilter = (value: string) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === '') next.delete('filter');
        else next.set('filter', value);
        return next;
      },
      { replace: true },
    );
  const createPath = paths.createDeployment(cluster, namespace === undefined ? {} : { namespace });
  const create = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate(createPath)}>
      {t('deployments.create')}
    </Button>
  );

  const nothing = items.length === 0 && state.phase === 'live';
  return (
    <section className={styles['page']} aria-labelledby="deployments-title">
      <header className={styles['header']}>
        <h1 id="deployments-title">{t('deployments.title')}</h1>
        <ListStateSign state={state} />
        <span className={styles['space']} />
        <Input
          className={styles['search'] ?? ''}
          type="search"
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('deployments.search')}
          aria-label={t('deployments.search')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        {create}
      </header>
      {state.phase === 'forbidden' || state.phase === 'failed' ? (
        <ApiErrorNote error={state.error} />
      ) : state.phase === 'absent' ? (
        <EmptyState title={t('deployments.absent')} />
      ) : nothing ? (
        <EmptyState title={t('deployments.empty')} hint={t('deployments.empty.hint')}>
          <Link to={createPath}>{t('deployments.create')}</Link>
        </EmptyState>
      ) : shown.length === 0 && items.length > 0 ? (
        <EmptyState title={t('deployments.noMatch', { filter })}>
          <Button onClick={() => setFilter('')}>{t('deployments.clearSearch')}</Button>
        </EmptyState>
      ) : (
        <DeploymentTable
          cluster={cluster}
          deployments={shown}
          loading={state.phase === 'listing' && items.length === 0}
        />
      )}
    </section>
  );
}

function matches(deployment: StoredDeployment, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  if (wanted === '') return true;
  return [deployment.metadata?.name ?? '', ...imagesOf(deployment)].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}
