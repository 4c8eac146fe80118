import { Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useClusterView } from '../cluster/useClusterView.ts';
import { DeploymentWizard } from './frame/DeploymentWizard.tsx';
import { canStart } from './frame/starting-draft.ts';
import styles from './CreateDeploymentPage.module.css';

/** Create a Deployment, step by step. The draft of the cluster that was left unfinished is taken up again. */
export function CreateDeploymentPage({ cluster }: { cluster: string }) {
  const view = useClusterView(cluster);
  const [round, setRound] = useState(0);
  const [search] = useSearchParams();
  // Once begun it stays: what is read of the cluster later never takes the form away.
  const [begunIn, setBegunIn] = useState<string>();
  const begun = begunIn === cluster || canStart(search, view);
  if (begun && begunIn !== cluster) setBegunIn(cluster);
  if (!begun) return <Skeleton active className={styles['loading'] ?? ''} />;
  return (
    <DeploymentWizard
      key={`${cluster} ${round}`}
      cluster={cluster}
      view={view}
      onStartOver={() => setRound(round + 1)}
    />
  );
}
