import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { standingOf } from '../../cluster/knowledge.ts';
import { useClusterView } from '../../cluster/useClusterView.ts';
import { resources } from '../../cluster/resources.ts';
import { useList } from '../../cluster/useList.ts';
import { topologyOf } from '../../domain/spiderpool/topology.ts';
import { useText } from '../../i18n/useText.ts';
import { ApiErrorNote } from '../../ui/ApiErrorNote.tsx';
import { Card } from '../../ui/Card.tsx';
import { ListStateSign } from '../../ui/ListStateSign.tsx';
import { nicsState } from '../pods/nics-state.ts';
import { podRows } from '../pods/pod-rows.ts';
import { namespaceOf, type StoredDeployment } from '../stored-deployment.ts';
import type { Workload } from '../useWorkload.ts';
import { TopologyPicture } from './TopologyPicture.tsx';
import styles from './TopologyTab.module.css';

interface TopologyTabProps {
  readonly cluster: string;
  readonly deployment: StoredDeployment;
  readonly workload: Workload;
}

/** What the Pods of a workload stand on: NICs, attachments, pools, subnets, with what is free on the way. */
export function TopologyTab({ cluster, deployment, workload }: TopologyTabProps) {
  const { pods, podsState, templates } = workload;
  const t = useText();
  const view = useClusterView(cluster);
  const endpoints = useList(cluster, resources.endpoints, { namespace: namespaceOf(deployment) });
  const pools = useList(cluster, resources.ipPools);
  const topology = useMemo(
    () =>
      topologyOf(
        {
          namespace: namespaceOf(deployment),
          uid: deployment.metadata.uid,
          annotations: deployment.spec?.template.metadata?.annotations ?? {},
          pods: podRows(pods, endpoints.items, [], templates).map(({ nics }) => nics),
        },
        view,
      ),
    [deployment, pods, templates, endpoints.items, view],
  );
  const nics = nicsState(podsState, endpoints.state);
  const loading =
    view.pools.state === 'loading' || view.attachments.state === 'loading' || nics.phase === 'listing';
  return (
    <Card title={t('topology.title')} sign={<ListStateSign state={pools.state} />}>
      <p className={styles['hint']}>{t('topology.hint')}</p>
      {(nics.phase === 'forbidden' || nics.phase === 'failed') && <ApiErrorNote error={nics.error} />}
      {loading ? (
        <Skeleton active title={false} aria-label={t('topology.loading')} />
      ) : (
        <TopologyPicture
          cluster={cluster}
          topology={topology}
          workload={{
            name: deployment.metadata.name,
            pods: standingOf(podsState).state === 'known' ? pods.length : undefined,
            holdings: standingOf(nics).state === 'known',
          }}
        />
      )}
    </Card>
  );
}
