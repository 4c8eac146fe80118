import { DownloadOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Skeleton } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { resources } from '../../cluster/resources.ts';
import { useList } from '../../cluster/useList.ts';
import { useText } from '../../i18n/useText.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { ApiErrorNote } from '../../ui/ApiErrorNote.tsx';
import { newestFailure } from '../../domain/failures/newest-failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { isShortOfPods } from '../deployment-status.ts';
import type { Workload } from '../useWorkload.ts';
import { addressesAsCsv, addressesAsText } from './address-table.ts';
import { downloadText } from './download-text.ts';
import { MissingPods, NoPods } from './MissingPods.tsx';
import { PodCard } from './PodCard.tsx';
import { matchesPod, podRows } from './pod-rows.ts';
import { PodsUnread } from './PodsUnread.tsx';
import styles from './PodsTab.module.css';

/** Every Pod with one line for each of its network cards. */
export function PodsTab({ cluster, workload }: { cluster: string; workload: Workload }) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const filter = search.get('filter') ?? '';
  const { deployment, pods, events, templates, podsState } = workload;
  const namespace = deployment?.metadata.namespace;
  const endpoints = useList(cluster, resources.endpoints, {
    namespace,
    enabled: namespace !== undefined,
  });
  const rows = useMemo(
    () => podRows(pods, endpoints.items, events, templates),
    [pods, endpoints.items, events, templates],
  );
  const shown = useMemo(() => rows.filter((row) => matchesPod(row, filter)), [rows, filter]);

  if (podsState.phase === 'forbidden' || podsState.phase === 'failed')
    return deployment === undefined ? (
      <ApiErrorNote error={podsState.error} />
    ) : (
      <PodsUnread deployment={deployment} endpoints={endpoints.items} error={podsState.error} />
    );
  if (podsState.phase === 'listing' && pods.length === 0) return <Skeleton active />;
  if (deployment === undefined) return null;
  if (pods.length === 0) return <NoPods cluster={cluster} deployment={deployment} events={events} />;
  const refusal = isShortOfPods(deployment) ? newestFailure(events, 'FailedCreate') : undefined;

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
  return (
    <div className={styles['tab']}>
      <div className={styles['bar']}>
        <Input
          className={styles['search'] ?? ''}
          type="search"
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('pods.search')}
          aria-label={t('pods.search')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <span className={styles['space']} />
        <CopyButton size="middle" text={() => addressesAsText(shown)}>
          {t('pods.copyAll')}
        </CopyButton>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          title={t('pods.csv.hint')}
          onClick={() =>
            downloadText(`${deployment.metadata.name}-addresses.csv`, 'text/csv', addressesAsCsv(shown))
          }
        >
          {t('pods.csv')}
        </Button>
      </div>
      {endpoints.state.phase === 'forbidden' && <ApiErrorNote error={endpoints.state.error} />}
      {refusal !== undefined && (
        <MissingPods cluster={cluster} deployment={deployment} made={pods.length} refusal={refusal} />
      )}
      {shown.length === 0 && <EmptyState title={t('pods.noMatch', { filter })} />}
      {shown.map((row) => (
        <PodCard key={row.uid} cluster={cluster} deployment={deployment} row={row} />
      ))}
    </div>
  );
}
