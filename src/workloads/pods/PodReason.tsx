import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/useText.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from './PodReason.module.css';
import type { PodState } from './pod-state.ts';

/** Why a Pod waits: the cause in plain words, what to do, and the cluster's own words one click away. */
export function PodReason({ failure }: { failure: NonNullable<PodState['failure']> }) {
  const t = useText();
  const [raw, setRaw] = useState(false);
  const { reason, event } = failure;
  const params = { nic: reason.interfaceName ?? '', names: reason.names.join(', ') };
  return (
    <Alert
      className={styles['reason'] ?? ''}
      type="error"
      showIcon
      title={t(`reason.${reason.cause}`, params)}
      description={
        <>
          <p className={styles['next']}>{t(`reason.${reason.cause}.next`, params)}</p>
          {reason.cause === 'other' && <code className={styles['text']}>{reason.text}</code>}
          {raw && (
            <pre className={styles['raw']}>
              {event.reason}: {event.message}
            </pre>
          )}
          <p className={styles['seen']}>
            {t('reason.times', { count: event.count })} · <RelativeTime at={event.last} />
          </p>
        </>
      }
      action={
        <Button size="small" aria-expanded={raw} onClick={() => setRaw(!raw)}>
          {t('reason.raw')}
        </Button>
      }
    />
  );
}
