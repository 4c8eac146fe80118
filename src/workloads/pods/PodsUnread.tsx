import type { ApiError } from '../../cluster/api-error.ts';
import { decodeEndpoint } from '../../domain/spiderpool/endpoint.ts';
import { endpointNics } from '../../domain/spiderpool/pod-addresses.ts';
import { useText } from '../../i18n/useText.ts';
import { ApiErrorNote } from '../../ui/ApiErrorNote.tsx';
import { namespaceOf, type StoredDeployment } from '../stored-deployment.ts';
import cardStyles from './PodCard.module.css';
import { PodNicTable } from './PodNicTable.tsx';
import type { StoredEndpoint } from './pod-rows.ts';
import styles from './PodsTab.module.css';

interface PodsUnreadProps {
  readonly deployment: StoredDeployment;
  readonly endpoints: readonly StoredEndpoint[];
  readonly error: ApiError;
}

/** Where Pods cannot be read: why, and the addresses that Spiderpool gave to them, which may be read all the same. */
export function PodsUnread({ deployment, endpoints, error }: PodsUnreadProps) {
  const t = useText();
  const own = endpoints.flatMap((object) => {
    const endpoint = decodeEndpoint(object);
    return endpoint.ok && isOf(endpoint.value, deployment) ? [endpoint.value] : [];
  });
  return (
    <div className={styles['tab']}>
      <ApiErrorNote error={error} />
      {own.length > 0 && <p className={styles['hint']}>{t('pods.unread.hint')}</p>}
      {own.map((endpoint) => (
        <section key={endpoint.podUid} className={cardStyles['card']} aria-label={endpoint.name}>
          <h2 className={cardStyles['head']}>
            <span className={cardStyles['name']}>{endpoint.name}</span>
            <span className={cardStyles['second']}>{endpoint.node}</span>
          </h2>
          <PodNicTable podName={endpoint.name} nics={endpointNics(endpoint)} />
        </section>
      ))}
    </div>
  );
}

interface Owned {
  readonly namespace: string;
  readonly ownerKind: string;
  readonly ownerName: string;
}

/** Spiderpool names the topmost controller of the Pod (domain reference 6.2). */
function isOf({ namespace, ownerKind, ownerName }: Owned, deployment: StoredDeployment): boolean {
  return (
    namespace === namespaceOf(deployment) &&
    ownerKind === 'Deployment' &&
    ownerName === deployment.metadata.name
  );
}
