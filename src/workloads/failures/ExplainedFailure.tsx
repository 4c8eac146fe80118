import { useMemo } from 'react';
import { useClusterView } from '../../cluster/useClusterView.ts';
import { known } from '../../domain/cluster-view.ts';
import { explainFailure } from '../../domain/failures/explain-failure.ts';
import type { FailureOfEvent } from '../../domain/failures/newest-failure.ts';
import type { PodAnnotations } from '../../domain/spiderpool/annotations.ts';
import type { PodNic } from '../../domain/spiderpool/pod-addresses.ts';
import type { EventSummary } from '../events/event-summary.ts';
import { fixedPoolSize } from '../fixed-pool-size.ts';
import { namespaceOf, type StoredDeployment } from '../stored-deployment.ts';
import { FailureNote } from './FailureNote.tsx';

interface ExplainedFailureProps {
  cluster: string;
  deployment: StoredDeployment;
  /** Name of the Pod that waits, or of the workload whose Pods cannot be made. */
  subject: string;
  /** `''` before the Pod is scheduled. */
  node: string;
  /** Annotations of the Pod template. */
  template: PodAnnotations;
  /** What the Pod has so far. */
  nics: readonly PodNic[];
  failure: FailureOfEvent<EventSummary>;
}

/** A failure beside what the cluster shows. The cluster is looked at only where something failed. */
export function ExplainedFailure(props: ExplainedFailureProps) {
  const { cluster, deployment, subject, node, template, nics } = props;
  const { failure, event } = props.failure;
  const view = useClusterView(cluster);
  const bound = node !== '';
  const coordinator = bound ? known(view.coordinators)?.find((each) => each.name === 'default') : undefined;
  const { uid, name } = deployment.metadata;
  const namespace = namespaceOf(deployment);
  const replicas = deployment.spec?.replicas ?? 1;
  const explanation = useMemo(() => {
    const owner = { uid, annotations: template, poolSize: fixedPoolSize(template, replicas)?.count };
    return explainFailure(failure, { namespace, owner, nics }, view, coordinator);
  }, [failure, namespace, uid, template, replicas, nics, view, coordinator]);
  return (
    <FailureNote
      cluster={cluster}
      subject={subject}
      node={node}
      from={{ namespace, name }}
      failure={failure}
      event={event}
      explanation={explanation}
    />
  );
}
