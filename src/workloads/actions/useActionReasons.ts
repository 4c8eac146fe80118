import { namespaceOf, type StoredDeployment } from '../stored-deployment.ts';
import { resources } from '../../cluster/resources.ts';
import { useAccess } from '../../cluster/useAccess.ts';
import { useText } from '../../i18n/useText.ts';
import type { DeploymentAction } from './DeploymentDialog.tsx';

/** For each action why it can't be done now, `undefined` where it can. While access is being asked, it can. */
export function useActionReasons(
  cluster: string,
  deployment: StoredDeployment,
): Readonly<Record<DeploymentAction, string | undefined>> {
  const t = useText();
  const namespace = namespaceOf(deployment);
  const resource = resources.deployments;
  const mayPatch = useAccess(cluster, { verb: 'patch', resource, namespace });
  const mayDelete = useAccess(cluster, { verb: 'delete', resource, namespace });
  const deleting = deployment.metadata?.deletionTimestamp !== undefined ? t('action.deleting') : undefined;
  const forbidden = (allowed: boolean | undefined) =>
    allowed === false ? t('action.forbidden', { namespace }) : deleting;
  return { scale: forbidden(mayPatch), restart: forbidden(mayPatch), delete: forbidden(mayDelete) };
}
