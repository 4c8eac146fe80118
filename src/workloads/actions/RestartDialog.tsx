import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import { namespaceOf, type StoredDeployment } from '../stored-deployment.ts';
import { apiErrorOf } from '../../cluster/api-error.ts';
import { patchObject } from '../../cluster/requests.ts';
import { resources } from '../../cluster/resources.ts';
import { useHost } from '../../host/HostContext.tsx';
import { useText } from '../../i18n/useText.ts';
import { ApiErrorNote } from '../../ui/ApiErrorNote.tsx';

interface RestartDialogProps {
  cluster: string;
  deployment: StoredDeployment;
  /** `done`: the cluster has taken the change. */
  onClose: (done: boolean) => void;
}

/** Restarts as `kubectl rollout restart` does: a new value of its annotation on the Pod template starts a rollout. */
export function RestartDialog({ cluster, deployment, onClose }: RestartDialogProps) {
  const t = useText();
  const host = useHost();
  const { name } = deployment.metadata;
  const namespace = namespaceOf(deployment);

  const restart = useMutation({
    mutationFn: () =>
      patchObject(host, cluster, resources.deployments, namespace, name, {
        spec: {
          template: {
            metadata: { annotations: { 'kubectl.kubernetes.io/restartedAt': new Date().toISOString() } },
          },
        },
      }),
    onSuccess: () => {
      host.notify('success', t('restart.done', { name }));
      onClose(true);
    },
  });

  return (
    <Modal
      open
      title={t('restart.title', { name })}
      okText={t('action.restart')}
      cancelText={t('word.cancel')}
      okButtonProps={{ disabled: restart.isPending, loading: restart.isPending }}
      onOk={() => restart.mutate()}
      onCancel={() => onClose(false)}
    >
      <p>{t('restart.explain')}</p>
      {restart.isError && <ApiErrorNote error={apiErrorOf(restart.error)} />}
    </Modal>
  );
}
