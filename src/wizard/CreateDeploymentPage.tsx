import { useState } from 'react';
import { useClusterView } from '../cluster/useClusterView.ts';
import { DeploymentWizard } from './frame/DeploymentWizard.tsx';

/** Create a Deployment, step by step. The draft of the cluster that was left unfinished is taken up again. */
export function CreateDeploymentPage({ cluster }: { cluster: string }) {
  const view = useClusterView(cluster);
  const [round, setRound] = useState(0);
  return (
    <DeploymentWizard
      key={`${cluster} ${round}`}
      cluster={cluster}
      view={view}
      onStartOver={() => setRound(round + 1)}
    />
  );
}
