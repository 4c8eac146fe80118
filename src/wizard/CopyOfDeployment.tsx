import { Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { resources } from '../cluster/resources.ts';
import { useList } from '../cluster/useList.ts';
import type { ClusterView } from '../domain/cluster-view.ts';
import { useHost } from '../host/HostContext.tsx';
import { paths } from '../host/paths.ts';
import { useText } from '../i18n/useText.ts';
import { ApiErrorNote } from '../ui/ApiErrorNote.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { copyStart, restoredCopyStart, type DraftStart, type ObjectName } from './frame/draft-start.ts';
import { draftKey, readStoredDraft } from './frame/stored-draft.ts';

interface CopyOfDeploymentProps {
  readonly cluster: string;
  readonly view: ClusterView;
  readonly of: ObjectName;
  /** The form, once it is known what it starts from. */
  readonly children: (start: DraftStart) => ReactNode;
}

/**
 * Reads the Deployment to copy, unless a draft of the copy was left unfinished. What happens to the Deployment afterwards
 * changes nothing of the copy.
 */
export function CopyOfDeployment({ cluster, view, of, children }: CopyOfDeploymentProps) {
  const t = useText();
  const { storage } = useHost();
  const { name, namespace } = of;
  // Once begun it stays: what is read of the cluster later never takes the form away.
  const [begun, setBegun] = useState(() => {
    const stored = readStoredDraft(storage.get(draftKey(cluster, of)));
    return stored && restoredCopyStart(cluster, of, stored);
  });
  const { items, state } = useList(cluster, resources.deployments, {
    namespace,
    fieldSelector: `metadata.name=${name}`,
    enabled: begun === undefined,
  });
  const [deployment] = items;
  if (begun !== undefined) return children(begun);
  // The attachments tell which of the containers' devices belong to the NICs.
  if (deployment !== undefined && view.attachments.state !== 'loading') {
    setBegun(copyStart(cluster, of, deployment, view));
  }
  if (state.phase === 'forbidden' || state.phase === 'failed') return <ApiErrorNote error={state.error} />;
  if (deployment !== undefined || state.phase === 'listing') return <Skeleton active />;
  return (
    <EmptyState title={t('copy.missing', { name, namespace })} hint={t('deployment.missing.hint')}>
      <Link to={paths.createDeployment(cluster, { namespace })}>{t('copy.fresh')}</Link>
    </EmptyState>
  );
}
