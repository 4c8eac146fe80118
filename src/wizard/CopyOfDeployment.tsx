import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { resources } from '../cluster/resources.ts';
import { useList } from '../cluster/useList.ts';
import type { ClusterView } from '../domain/cluster-view.ts';
import { paths } from '../host/paths.ts';
import { useText } from '../i18n/useText.ts';
import { ApiErrorNote } from '../ui/ApiErrorNote.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { copyStart, type DraftStart, type ObjectName } from './frame/draft-start.ts';
import { Started } from './Started.tsx';

interface CopyOfDeploymentProps {
  readonly cluster: string;
  readonly view: ClusterView;
  readonly of: ObjectName;
  /** The form, once it is known what it starts from. */
  readonly children: (start: DraftStart) => ReactNode;
}

/** Reads the Deployment to copy. What happens to it afterwards changes nothing of the copy. */
export function CopyOfDeployment({ cluster, view, of, children }: CopyOfDeploymentProps) {
  const t = useText();
  const { name, namespace } = of;
  const { items, state } = useList(cluster, resources.deployments, {
    namespace,
    fieldSelector: `metadata.name=${name}`,
  });
  const [deployment] = items;
  // The attachments tell which of the containers' devices belong to the NICs.
  if (deployment !== undefined && view.attachments.state !== 'loading') {
    return <Started make={() => copyStart(cluster, of, deployment, view)}>{children}</Started>;
  }
  if (state.phase === 'forbidden' || state.phase === 'failed') return <ApiErrorNote error={state.error} />;
  if (deployment !== undefined || state.phase === 'listing') return <Skeleton active />;
  return (
    <EmptyState title={t('copy.missing', { name, namespace })} hint={t('deployment.missing.hint')}>
      <Link to={paths.createDeployment(cluster, { namespace })}>{t('copy.fresh')}</Link>
    </EmptyState>
  );
}
