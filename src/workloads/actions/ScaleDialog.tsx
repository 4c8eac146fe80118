import { useMutation } from '@tanstack/react-query';
import { Input, Modal, type InputRef } from 'antd';
import { useId, useRef, useState } from 'react';
import { namespaceOf, type StoredDeployment } from '../stored-deployment.ts';
import { resources } from '../../cluster/resources.ts';
import { scaleObject } from '../../cluster/requests.ts';
import { useHost } from '../../host/HostContext.tsx';
import { useText } from '../../i18n/useText.ts';
import { ApiErrorNote } from '../../ui/ApiErrorNote.tsx';
import { apiErrorOf } from '../../cluster/api-error.ts';
import { fixedPoolSize } from '../fixed-pool-size.ts';
import styles from './ScaleDialog.module.css';
import { ScaleForecast } from './ScaleForecast.tsx';

interface ScaleDialogProps {
  cluster: string;
  deployment: StoredDeployment;
  /** `done`: the cluster has taken the change. */
  onClose: (done: boolean) => void;
}

/** Asks for a number of replicas and says what it means for the addresses. */
export function ScaleDialog({ cluster, deployment, onClose }: ScaleDialogProps) {
  const t = useText();
  const host = useHost();
  const inputId = useId();
  const input = useRef<InputRef>(null);
  const { name } = deployment.metadata;
  const namespace = namespaceOf(deployment);
  const current = deployment.spec?.replicas ?? 1;
  const [typed, setTyped] = useState(String(current));
  const valid = /^\d{1,9}$/.test(typed);
  const replicas = Number(typed);

  const scale = useMutation({
    mutationFn: () => scaleObject(host, cluster, resources.deployments, namespace, name, replicas),
    onSuccess: () => {
      host.notify('success', t('scale.done', { name, replicas }));
      onClose(true);
    },
  });

  const pool = fixedPoolSize(deployment.spec?.template.metadata?.annotations ?? {}, replicas);
  return (
    <Modal
      open
      afterOpenChange={(open) => open && input.current?.focus({ cursor: 'all' })}
      title={t('scale.title', { name })}
      okText={t('action.scale')}
      cancelText={t('word.cancel')}
      okButtonProps={{ disabled: !valid || scale.isPending, loading: scale.isPending }}
      onOk={() => scale.mutate()}
      onCancel={() => onClose(false)}
    >
      <label className={styles['label']} htmlFor={inputId}>
        {t('scale.replicas')}
      </label>
      <Input
        ref={input}
        id={inputId}
        value={typed}
        inputMode="numeric"
        status={valid ? '' : 'error'}
        aria-invalid={!valid}
        aria-describedby={`${inputId}-help`}
        onChange={(event) => setTyped(event.target.value.trim())}
        onPressEnter={() => valid && !scale.isPending && scale.mutate()}
      />
      <p id={`${inputId}-help`} className={styles['help']} role={valid ? undefined : 'alert'}>
        {valid ? t('scale.now', { replicas: current }) : t('scale.invalid')}{' '}
        {valid &&
          pool?.form === 'elastic' &&
          t('scale.fixedPool', { count: pool.count, replicas, elastic: pool.elastic })}
        {valid && pool?.form === 'total' && t('scale.fixedTotal', { count: pool.count })}
      </p>
      <ScaleForecast cluster={cluster} deployment={deployment} replicas={valid ? replicas : undefined} />
      {scale.isError && <ApiErrorNote error={apiErrorOf(scale.error)} />}
    </Modal>
  );
}
