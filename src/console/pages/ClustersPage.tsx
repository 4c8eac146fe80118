import { useHost, useSource } from '../../host/HostContext.tsx';
import { useText } from '../../i18n/useText.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ClusterCard } from './ClusterCard.tsx';
import styles from './ClustersPage.module.css';

/** The clusters of this console. */
export function ClustersPage() {
  const t = useText();
  const clusters = useSource(useHost().clusters);
  return (
    <div className={styles['page']}>
      <h1>{t('clusters.title')}</h1>
      {clusters.length === 0 ? (
        <EmptyState title={t('clusters.empty')} hint={t('clusters.empty.hint')} />
      ) : (
        <>
          <p className={styles['hint']}>{t('clusters.hint')}</p>
          <ul className={styles['cards']}>
            {clusters.map((cluster) => (
              <li key={cluster.name}>
                <ClusterCard cluster={cluster} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
