import { useMutation } from '@tanstack/react-query';
import { Input, Modal, type InputRef } from 'antd';
import { useId, useRef, useState } from 'react';
import { namespaceOf, type StoredDeployment } from '../stored-deployment.ts';
import { apiErrorOf } from '../../cluster/api-error.ts';
import { deleteObject } from '../../cluster/requests.ts';
import { resources } from '../../cluster/resources.ts';
import { useHost } from '../../host/HostContext.tsx';
import { useText } from '../../i18n/useText.ts';
import { ApiErrorNote } from '../../ui/ApiErrorNote.tsx';
import { useFixedPools } from './useFixedPools.ts';

interface DeleteDialogProps {
  cluster: string;
  deployment: StoredDeployment;
  /** `done`: the cluster has taken the change. */
  onClose: (done: boolean) => void;
}

/** Deletes after the name was typed, and says beforehand which pools go with the workload and which stay. */
export function DeleteDialog({ cluster, deployment, onClose }: DeleteDialogProps) {
  const t = useText();
  const host = useHost();
  const inputId = useId();
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const { name, uid } = deployment.metadata;
  const namespace = namespaceOf(deployment);
  const pools = useFixedPools(cluster, uid);
  const confirmed = typed === name;

  const remove = useMutation({
    // The uid: a workload of the same name made in the meantime is not the one that was confirmed.
    mutationFn: () => deleteObject(host, cluster, resources.deployments, namespace, name, { uid }),
    onSuccess: () => {
      host.notify('success', t('delete.done', { name }));
      onClose(true);
    },
  });

  return (
    <Modal
      open
      afterOpenChange={(open) => open && input.current?.focus({ cursor: 'all' })}
      title={t('delete.title', { name })}
      okText={t('word.delete')}
      cancelText={t('word.cancel')}
      okButtonProps={{
        danger: true,
        disabled: !confirmed || remove.isPending,
        loading: remove.isPending,
        title: confirmed ? '' : t('delete.notYet'),
      }}
      onOk={() => remove.mutate()}
      onCancel={() => onClose(false)}
    >
      <p>{t('delete.explain')}</p>
      {pools.reclaimed.length > 0 && <p>{t('delete.pools', { pools: pools.reclaimed.join(', ') })}</p>}
      {pools.kept.length > 0 && <p>{t('delete.poolsKept', { pools: pools.kept.join(', ') })}</p>}
      <label htmlFor={inputId}>{t('delete.typeName', { name })}</label>
      <Input
        ref={input}
        id={inputId}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => confirmed && !remove.isPending && remove.mutate()}
      />
      {remove.isError && <ApiErrorNote error={apiErrorOf(remove.error)} />}
    </Modal>
  );
}
