import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { namespaceOf, type StoredDeployment } from '../stored-deployment.ts';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { DeploymentDialog, type DeploymentAction } from './DeploymentDialog.tsx';
import { useActionReasons } from './useActionReasons.ts';

/** The row menu of the list. */
export function DeploymentMenu({ cluster, deployment }: { cluster: string; deployment: StoredDeployment }) {
  const t = useText();
  const navigate = useNavigate();
  const reasons = useActionReasons(cluster, deployment);
  const [action, setAction] = useState<DeploymentAction>();
  const opener = useRef<HTMLButtonElement>(null);
  const { name } = deployment.metadata;
  const namespace = namespaceOf(deployment);

  const item = (key: DeploymentAction, label: string, danger = false) => ({
    key,
    danger,
    disabled: reasons[key] !== undefined,
    label: (
      <>
        {label}
        {reasons[key] !== undefined && <small> · {reasons[key]}</small>}
      </>
    ),
    onClick: () => setAction(key),
  });
  const items: NonNullable<MenuProps['items']> = [
    item('scale', t('action.scale')),
    item('restart', t('action.restart')),
    {
      key: 'copy',
      label: t('action.copy'),
      onClick: () => void navigate(paths.copyDeployment(cluster, namespace, name)),
    },
    {
      key: 'yaml',
      label: t('action.yaml'),
      onClick: () => void navigate(paths.deployment(cluster, namespace, name, 'yaml')),
    },
    { type: 'divider' },
    item('delete', t('action.delete'), true),
  ];

  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button
          ref={opener}
          type="text"
          icon={<MoreOutlined aria-hidden />}
          aria-label={t('action.more', { name })}
        />
      </Dropdown>
      {action !== undefined && (
        <DeploymentDialog
          action={action}
          cluster={cluster}
          deployment={deployment}
          onClose={() => setAction(undefined)}
          opener={opener}
        />
      )}
    </>
  );
}
