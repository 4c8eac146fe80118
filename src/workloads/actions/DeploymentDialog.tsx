import type { RefObject } from 'react';
import type { StoredDeployment } from '../stored-deployment.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { RestartDialog } from './RestartDialog.tsx';
import { ScaleDialog } from './ScaleDialog.tsx';
import { useFocusBack } from './useFocusBack.ts';

export type DeploymentAction = 'scale' | 'restart' | 'delete';

interface DeploymentDialogProps {
  action: DeploymentAction;
  cluster: string;
  deployment: StoredDeployment;
  onClose: (done: boolean) => void;
  /** What gets the focus afterwards, where what had it before is gone by then: the item of a menu. */
  opener?: RefObject<HTMLElement | null>;
}

export function DeploymentDialog({ action, opener, ...props }: DeploymentDialogProps) {
  useFocusBack(opener);
  switch (action) {
    case 'scale':
      return <ScaleDialog {...props} />;
    case 'restart':
      return <RestartDialog {...props} />;
    case 'delete':
      return <DeleteDialog {...props} />;
  }
}
