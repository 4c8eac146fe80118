import type { StoredDeployment } from '../stored-deployment.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { RestartDialog } from './RestartDialog.tsx';
import { ScaleDialog } from './ScaleDialog.tsx';

export type DeploymentAction = 'scale' | 'restart' | 'delete';

interface DeploymentDialogProps {
  action: DeploymentAction;
  cluster: string;
  deployment: StoredDeployment;
  onClose: (done: boolean) => void;
}

export function DeploymentDialog({ action, ...props }: DeploymentDialogProps) {
  switch (action) {
    case 'scale':
      return <ScaleDialog {...props} />;
    case 'restart':
      return <RestartDialog {...props} />;
    case 'delete':
      return <DeleteDialog {...props} />;
  }
}
