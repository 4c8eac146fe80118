import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useClusterView } from '../cluster/useClusterView.ts';
import { CopyOfDeployment } from './CopyOfDeployment.tsx';
import { DeploymentWizard } from './frame/DeploymentWizard.tsx';
import { freshStart, readObjectName } from './frame/draft-start.ts';

const defaultNamespace = 'default';

/**
 * Create a Deployment, step by step; a new one, or a copy of the one that the URL names. The draft that was left unfinished
 * is taken up again.
 */
export function CreateDeploymentPage({ cluster }: { cluster: string }) {
  const view = useClusterView(cluster);
  const [search] = useSearchParams();
  const [round, setRound] = useState(0);
  const of = readObjectName(search.get('from'));
  const common = { cluster, view, onStartOver: () => setRound(round + 1) };
  if (of === undefined) {
    const start = freshStart(cluster, search.get('namespace') ?? defaultNamespace);
    return <DeploymentWizard key={`${cluster} ${round}`} start={start} {...common} />;
  }
  const key = `${cluster} ${of.namespace}/${of.name} ${round}`;
  return (
    <CopyOfDeployment key={key} cluster={cluster} view={view} of={of}>
      {(start) => <DeploymentWizard start={start} {...common} />}
    </CopyOfDeployment>
  );
}
