import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type ApiError, apiErrorOf } from '../../cluster/api-error.ts';
import { getVersion } from '../../cluster/requests.ts';
import { useHost } from '../../host/HostContext.tsx';
import type { ClusterInfo } from '../../host/host.ts';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { apiErrorText, causeText } from '../../ui/api-error-text.ts';
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
  if (error !== null) return <Failure error={apiErrorOf(error)} />;
  const state = isPending ? 'asking' : 'reachable';
  return (
    <p className={styles['state']}>
      <span className={classNames(styles['dot'], styles[state])} aria-hidden="true" />
      {t(`clusters.${state}`)}
      {state === 'reachable' && data !== undefined && data !== '' && (
        <span className={styles['version']}>{t('clusters.version', { version: data })}</span>
      )}
    </p>
  );
}

/** Why the cluster cannot be used, in plain words; what is peculiar to the case below them. */
function Failure({ error }: { readonly error: ApiError }) {
  const t = useText();
  const refused = error.status === 401 || error.status === 403;
  const [cause] = error.causes;
  const detail = cause === undefined ? '' : causeText(cause, t);
  return (
    <>
      <p className={styles['state']} title={error.message}>
        <span className={classNames(styles['dot'], styles['unreachable'])} aria-hidden="true" />
        {t(refused ? 'clusters.refused' : 'clusters.unreachable')}
      </p>
      <p className={styles['why']}>
        {apiErrorText(error, t)}
        {detail !== '' && <span className={styles['detail']}>{detail}</span>}
      </p>
    </>
  );
}
