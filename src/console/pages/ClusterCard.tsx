import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { getVersion } from '../../cluster/requests.ts';
import { useHost } from '../../host/HostContext.tsx';
import type { ClusterInfo } from '../../host/host.ts';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { classNames } from '../../ui/class-names.ts';
import { MonoText } from '../../ui/MonoText.tsx';
import styles from './ClusterCard.module.css';

/** How often a cluster on the page is asked whether it is there (milliseconds). */
const askEvery = 30_000;

/** One cluster: what it is, and whether it answers. The whole card leads to its Deployments. */
export function ClusterCard({ cluster }: { readonly cluster: ClusterInfo }) {
  const { name, title, description } = cluster;
  return (
    <article className={styles['card']}>
      <h2 className={styles['title']}>
        <Link to={paths.deployments(name)}>{title}</Link>
      </h2>
      {title !== name && <MonoText className={styles['name']}>{name}</MonoText>}
      {description !== undefined && description !== '' && <p className={styles['what']}>{description}</p>}
      <Reachability cluster={name} />
    </article>
  );
}

function Reachability({ cluster }: { readonly cluster: string }) {
  const t = useText();
  const host = useHost();
  const { data, error, isPending } = useQuery({
    queryKey: ['version', cluster],
    queryFn: ({ signal }) => getVersion(host, cluster, signal),
    refetchInterval: askEvery,
    retry: false,
  });
  const state = isPending ? 'asking' : error === null ? 'reachable' : 'unreachable';
  return (
    <p className={styles['state']} title={error?.message}>
      <span className={classNames(styles['dot'], styles[state])} aria-hidden="true" />
      {t(`clusters.${state}`)}
      {state === 'reachable' && data !== undefined && data !== '' && (
        <span className={styles['version']}>{t('clusters.version', { version: data })}</span>
      )}
    </p>
  );
}
