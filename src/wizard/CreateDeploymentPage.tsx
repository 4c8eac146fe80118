import { Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useClusterView } from '../cluster/useClusterView.ts';
import type { ClusterView } from '../domain/cluster-view.ts';
import { CopyOfDeployment } from './CopyOfDeployment.tsx';
import { DeploymentWizard } from './frame/DeploymentWizard.tsx';
import { freshStart, readObjectName, type DraftStart } from './frame/draft-start.ts';
import { canStart } from './frame/linked-pool.ts';
import { Started } from './Started.tsx';
import styles from './CreateDeploymentPage.module.css';

/**
 * Create a Deployment, step by step; a new one, or a copy of the one that the URL names. The draft that was left unfinished
 * is taken up again.
 */
export function CreateDeploymentPage({ cluster }: { cluster: string }) {
  const view = useClusterView(cluster);
  const [search] = useSearchParams();
  const [round, setRound] = useState(0);
  const of = readObjectName(search.get('from'));
  const wizard = (start: DraftStart) => (
    <DeploymentWizard start={start} cluster={cluster} view={view} onStartOver={() => setRound(round + 1)} />
  );
  if (of === undefined) {
    return (
      <NewDeployment key={`${cluster} ${round}`} cluster={cluster} view={view}>
        {wizard}
      </NewDeployment>
    );
  }
  const key = `${cluster} ${of.namespace}/${of.name} ${round}`;
  return (
    <CopyOfDeployment key={key} cluster={cluster} view={view} of={of}>
      {wizard}
    </CopyOfDeployment>
  );
}

interface NewDeploymentProps {
  readonly cluster: string;
  readonly view: ClusterView;
  /** The form, once it is known what it starts from. */
  readonly children: (start: DraftStart) => ReactNode;
}

function NewDeployment({ cluster, view, children }: NewDeploymentProps) {
  const [search] = useSearchParams();
  // Once begun it stays: what is read of the cluster later never takes the form away.
  const [begunIn, setBegunIn] = useState<string>();
  const begun = begunIn === cluster || canStart(search, view);
  if (begun && begunIn !== cluster) setBegunIn(cluster);
  if (!begun) return <Skeleton active className={styles['loading'] ?? ''} />;
  return <Started make={() => freshStart(cluster, search, view)}>{children}</Started>;
}
