import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { Pool } from '../../domain/spiderpool/pool.ts';
import { paths } from '../../host/paths.ts';
import { useText, type Translate } from '../../i18n/useText.ts';

interface CreateWithPoolProps {
  readonly cluster: string;
  readonly pool: Pool;
  readonly free: bigint;
}

/** To the form, with the pool on net1. Where no workload could use it the button says why. */
export function CreateWithPool({ cluster, pool, free }: CreateWithPoolProps) {
  const t = useText();
  const navigate = useNavigate();
  const reason = whyNot(pool, free, t);
  return (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      disabled={reason !== undefined}
      title={reason ?? ''}
      onClick={() => void navigate(paths.createDeployment(cluster, { pool: pool.name }))}
    >
      {t('pool.create')}
    </Button>
  );
}

function whyNot({ terminating, disabled, owner }: Pool, free: bigint, t: Translate): string | undefined {
  if (terminating) return t('pool.create.terminating');
  if (disabled) return t('pool.create.disabled');
  if (owner !== undefined) return t('pool.create.owned', { owner: `${owner.namespace}/${owner.name}` });
  return free === 0n ? t('pool.create.full') : undefined;
}
