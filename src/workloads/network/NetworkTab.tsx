import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { standingOf } from '../../cluster/knowledge.ts';
import { worstOf, type ListState } from '../../cluster/list-state.ts';
import { resources } from '../../cluster/resources.ts';
import { useList } from '../../cluster/useList.ts';
import { decodePool } from '../../domain/spiderpool/decode-pool.ts';
import type { Pool } from '../../domain/spiderpool/pool.ts';
import { countAddresses } from '../../domain/ip/range-set.ts';
import { paths } from '../../host/paths.ts';
import { useLanguage, useText } from '../../i18n/useText.ts';
import { ApiErrorNote } from '../../ui/ApiErrorNote.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListStateSign } from '../../ui/ListStateSign.tsx';
import { countText } from '../../ui/stock/count-text.ts';
import { toNetworkDraft } from '../../domain/spiderpool/read-network.ts';
import { nicsState } from '../pods/nics-state.ts';
import { endpointsByPod, podRows } from '../pods/pod-rows.ts';
import { namespaceOf, type StoredDeployment } from '../stored-deployment.ts';
import type { Workload } from '../useWorkload.ts';
import { NicComparison } from './NicComparison.tsx';
import { summarizeNics } from './nic-summary.ts';
import styles from './NetworkTab.module.css';
import { poolUsages, type PoolUsage } from './pool-usage.ts';

interface NetworkTabProps {
  cluster: string;
  deployment: StoredDeployment;
  workload: Workload;
}

/** The NICs that a workload asks for beside those that its Pods have, and the pools that it draws from. */
export function NetworkTab({ cluster, deployment, workload }: NetworkTabProps) {
  const { events, templates } = workload;
  const namespace = namespaceOf(deployment);
  const endpoints = useList(cluster, resources.endpoints, { namespace });
  const poolList = useList(cluster, resources.ipPools, {});
  const complete = poolList.state.phase === 'live';
  const pools = useMemo(
    () =>
      poolList.items.flatMap((object): Pool[] => {
        const pool = decodePool(object);
        return pool.ok ? [pool.value] : [];
      }),
    [poolList.items],
  );
  const usages = useMemo(() => {
    const byPod = endpointsByPod(endpoints.items);
    const own = workload.pods.flatMap(({ metadata }) => byPod.get(metadata.uid) ?? []);
    return poolUsages(own, pools, deployment.metadata.uid);
  }, [endpoints.items, pools, workload.pods, deployment.metadata.uid]);
  const network = useMemo(
    () => toNetworkDraft(deployment.spec?.template.metadata?.annotations ?? {}, namespace).network,
    [deployment.spec?.template.metadata?.annotations, namespace],
  );
  const summaries = useMemo(
    () =>
      summarizeNics(
        network,
        namespace,
        podRows(workload.pods, endpoints.items, events, templates),
        complete ? pools : undefined,
      ),
    [network, namespace, workload.pods, endpoints.items, events, templates, complete, pools],
  );
  const nics = nicsState(workload.podsState, endpoints.state);
  return (
    <div className={styles['tab']}>
      <NicComparison
        state={poolList.state.phase === 'listing' ? worstOf(nics, poolList.state) : nics}
        summaries={summaries}
        source={network.source}
      />
      <PoolsInUse cluster={cluster} state={poolList.state} nics={nics} usages={usages} />
    </div>
  );
}

interface PoolsInUseProps {
  cluster: string;
  /** Of the pools. */
  state: ListState;
  /** What is known of the NICs that draw from them. */
  nics: ListState;
  usages: readonly PoolUsage[];
}

function PoolsInUse({ cluster, state, nics, usages }: PoolsInUseProps) {
  const t = useText();
  return (
    <section className={styles['card']} aria-labelledby="pools-title">
      <header className={styles['head']}>
        <h2 id="pools-title">{t('network.pools')}</h2>
        <ListStateSign state={state} />
      </header>
      {state.phase === 'forbidden' && <p>{t('network.pools.forbidden')}</p>}
      {(state.phase === 'forbidden' || state.phase === 'failed') && <ApiErrorNote error={state.error} />}
      <UsagesOrReason cluster={cluster} state={state} nics={nics} usages={usages} />
    </section>
  );
}

function UsagesOrReason({ cluster, state, nics, usages }: PoolsInUseProps) {
  const t = useText();
  // Told above, beside the NICs.
  if (nics.phase === 'forbidden' || nics.phase === 'failed') return <p>{t('network.pools.unread')}</p>;
  if (worstOf(nics, state).phase === 'listing') return <Skeleton active title={false} />;
  if (usages.length > 0) {
    return <PoolTable cluster={cluster} usages={usages} complete={state.phase === 'live'} />;
  }
  if (state.phase === 'absent') return <p>{t('list.absent.hint')}</p>;
  return standingOf(state).state === 'known' && <EmptyState title={t('network.pools.none')} />;
}

interface PoolTableProps {
  cluster: string;
  usages: readonly PoolUsage[];
  complete: boolean;
}

function PoolTable({ cluster, usages, complete }: PoolTableProps) {
  const t = useText();
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('network.column.pool')}</th>
            <th scope="col">{t('network.column.cidr')}</th>
            <th scope="col">{t('network.column.nics')}</th>
            <th scope="col">{t('network.column.mine')}</th>
            <th scope="col">{t('network.column.used')}</th>
          </tr>
        </thead>
        <tbody>
          {usages.map((usage) => (
            <tr key={usage.name}>
              <th scope="row">
                {usage.pool === undefined ? (
                  usage.name
                ) : (
                  <Link to={paths.ipPool(cluster, usage.name)}>{usage.name}</Link>
                )}
                {usage.fixed && <div className={styles['second']}>{t('network.fixed')}</div>}
                {usage.pool === undefined && complete && (
                  <div className={styles['second']}>{t('network.poolGone')}</div>
                )}
              </th>
              <td className={styles['mono']}>{usage.pool?.subnet ?? '–'}</td>
              <td className={styles['mono']}>{usage.interfaces.join(', ')}</td>
              <td className={styles['mono']}>{usage.held}</td>
              <td>{usage.pool === undefined ? '–' : <UsedBar pool={usage.pool} held={usage.held} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function UsedBar({ pool, held }: { pool: Pool; held: number }) {
  const t = useText();
  const language = useLanguage();
  const total = countAddresses(pool.addresses);
  const used = countAddresses(pool.allocatedSet);
  const mine = BigInt(held);
  return (
    <div className={styles['used']}>
      <span className={styles['bar']} aria-hidden>
        {used > mine && <span className={styles['others']} style={{ width: share(used - mine, total) }} />}
        {mine > 0n && <span className={styles['mine']} style={{ width: share(mine, total) }} />}
      </span>
      {t('network.used', { used: countText(used, language), total: countText(total, language) })}
    </div>
  );
}

/** In thousandths, exact for counts beyond what a number holds. */
function share(part: bigint, total: bigint): string {
  const thousandths = total === 0n ? 0 : Number((part * 1000n) / total);
  return `${Math.min(100, thousandths / 10)}%`;
}
