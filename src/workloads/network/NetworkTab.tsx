import { useMemo } from 'react';
import { resources } from '../../cluster/resources.ts';
import { useList } from '../../cluster/useList.ts';
import { decodePool } from '../../domain/spiderpool/decode-pool.ts';
import type { Pool } from '../../domain/spiderpool/pool.ts';
import { countAddresses } from '../../domain/ip/range-set.ts';
import { useText } from '../../i18n/useText.ts';
import { ApiErrorNote } from '../../ui/ApiErrorNote.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListStateSign } from '../../ui/ListStateSign.tsx';
import { endpointsByPod } from '../pods/pod-rows.ts';
import { namespaceOf, type StoredDeployment, type StoredPod } from '../stored-deployment.ts';
import styles from './NetworkTab.module.css';
import { poolUsages, type PoolUsage } from './pool-usage.ts';

interface NetworkTabProps {
  cluster: string;
  deployment: StoredDeployment;
  pods: readonly StoredPod[];
}

/** The pools that a workload draws from, with what is used of them. */
export function NetworkTab({ cluster, deployment, pods }: NetworkTabProps) {
  const t = useText();
  const endpoints = useList(cluster, resources.endpoints, { namespace: namespaceOf(deployment) });
  const poolList = useList(cluster, resources.ipPools, {});
  const usages = useMemo(() => {
    const byPod = endpointsByPod(endpoints.items);
    const own = pods.flatMap(({ metadata }) => byPod.get(metadata.uid) ?? []);
    const decoded = poolList.items.flatMap((object): Pool[] => {
      const pool = decodePool(object);
      return pool.ok ? [pool.value] : [];
    });
    return poolUsages(own, decoded, deployment.metadata.uid);
  }, [endpoints.items, poolList.items, pods, deployment.metadata.uid]);

  return (
    <section className={styles['card']} aria-labelledby="pools-title">
      <header className={styles['head']}>
        <h2 id="pools-title">{t('network.pools')}</h2>
        <ListStateSign state={poolList.state} />
      </header>
      {poolList.state.phase === 'forbidden' && (
        <>
          <p>{t('network.pools.forbidden')}</p>
          <ApiErrorNote error={poolList.state.error} />
        </>
      )}
      {usages.length === 0 && poolList.state.phase === 'forbidden' ? undefined : usages.length === 0 ? (
        <EmptyState title={t('network.pools.none')} />
      ) : (
        <PoolTable usages={usages} complete={poolList.state.phase === 'live'} />
      )}
    </section>
  );
}

function PoolTable({ usages, complete }: { usages: readonly PoolUsage[]; complete: boolean }) {
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
                {usage.name}
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
  const total = Number(countAddresses(pool.addresses));
  const used = Number(countAddresses(pool.allocatedSet));
  const percent = (part: number) => `${total === 0 ? 0 : Math.min(100, (part / total) * 100)}%`;
  return (
    <div className={styles['used']}>
      <span className={styles['bar']} aria-hidden>
        <span className={styles['others']} style={{ width: percent(Math.max(0, used - held)) }} />
        <span className={styles['mine']} style={{ width: percent(held) }} />
      </span>
      {t('network.used', { used, total })}
    </div>
  );
}
