import { newestFailure, type FailureOfEvent } from '../../domain/failures/newest-failure.ts';
import type { PodNic } from '../../domain/spiderpool/pod-addresses.ts';
import { useText } from '../../i18n/useText.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { EventSummary } from '../events/event-summary.ts';
import { ExplainedFailure } from '../failures/ExplainedFailure.tsx';
import type { StoredDeployment } from '../stored-deployment.ts';
import styles from './MissingPods.module.css';

interface NoPodsProps {
  cluster: string;
  deployment: StoredDeployment;
  /** Of the Deployment and its ReplicaSets, newest first. */
  events: readonly EventSummary[];
}

/** No Pod at all is a state with a reason: scaled to zero, being made, or refused. */
export function NoPods({ cluster, deployment, events }: NoPodsProps) {
  const t = useText();
  if (deployment.spec?.replicas === 0) {
    return <EmptyState title={t('pods.none')} hint={t('pods.none.stopped')} />;
  }
  const refusal = newestFailure(events, 'FailedCreate');
  if (refusal === undefined) return <EmptyState title={t('pods.none')} hint={t('pods.none.making')} />;
  return <MissingPods cluster={cluster} deployment={deployment} made={0} refusal={refusal} />;
}

interface MissingPodsProps {
  cluster: string;
  deployment: StoredDeployment;
  /** How many Pods there are. */
  made: number;
  refusal: FailureOfEvent<EventSummary>;
}

const noNics: readonly PodNic[] = [];
const noAnnotations: Readonly<Record<string, string>> = {};

/** Why there are fewer Pods than asked for: the cluster refuses to make them. */
export function MissingPods({ cluster, deployment, made, refusal }: MissingPodsProps) {
  const t = useText();
  const desired = deployment.spec?.replicas ?? 1;
  return (
    <section className={styles['card']} aria-label={t('failure.fewer', { made, desired })}>
      <h2 className={styles['title']}>{t('failure.fewer', { made, desired })}</h2>
      <ExplainedFailure
        cluster={cluster}
        deployment={deployment}
        subject={deployment.metadata.name}
        node=""
        template={deployment.spec?.template.metadata?.annotations ?? noAnnotations}
        nics={noNics}
        failure={refusal}
      />
    </section>
  );
}
