import { Alert, Button } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { FailureExplanation } from '../../domain/failures/explain-failure.ts';
import type { NetworkFailure } from '../../domain/failures/failure.ts';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { NicName } from '../../ui/NicName.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import type { EventSummary } from '../events/event-summary.ts';
import { FailureDetails } from './FailureDetails.tsx';
import { FailureFacts } from './FailureFacts.tsx';
import styles from './FailureNote.module.css';
import { failureParams, nicPosition } from './failure-words.ts';

interface FailureNoteProps {
  cluster: string;
  /** What waits: the name of a Pod, or of the workload. */
  subject: string;
  /** `''` before it is scheduled. */
  node: string;
  /** The workload that a copy is made of to mend it. */
  from: { readonly namespace: string; readonly name: string };
  failure: NetworkFailure;
  event: EventSummary;
  explanation: FailureExplanation;
}

/** Why a Pod waits: NIC and cause, what to do, what the cluster shows; the rest one click away. */
export function FailureNote(props: FailureNoteProps) {
  const { cluster, subject, node, from, failure, event, explanation } = props;
  const t = useText();
  const navigate = useNavigate();
  const detailsId = useId();
  const [open, setOpen] = useState(false);
  const params = failureParams(failure, explanation, node);
  const nic = failure.interfaceName ?? explanation.nic?.interfaceName;
  const { mend } = explanation;
  return (
    <Alert
      className={styles['note'] ?? ''}
      type="error"
      showIcon
      title={
        <>
          {nic !== undefined && (
            <span className={styles['nic']}>
              <NicName index={nicPosition(explanation)} name={nic} />
            </span>
          )}
          {t(`failure.${failure.cause}`, params)}
        </>
      }
      description={
        <>
          <p className={styles['line']}>{t(`failure.${failure.cause}.next`, params)}</p>
          <FailureFacts failure={failure} explanation={explanation} />
          <div id={detailsId} hidden={!open}>
            {open && <FailureDetails failure={failure} event={event} />}
          </div>
          <p className={styles['seen']}>
            {t('failure.times', { count: event.count })} · <RelativeTime at={event.last} />
          </p>
        </>
      }
      action={
        <div className={styles['actions']}>
          <Button
            size="small"
            aria-expanded={open}
            aria-controls={detailsId}
            aria-label={t('failure.why.of', { pod: subject })}
            onClick={() => setOpen(!open)}
          >
            {t('failure.why')}
          </Button>
          {mend !== undefined && (
            <Button
              size="small"
              title={t('failure.mend.hint')}
              onClick={() => void navigate(paths.copyDeployment(cluster, from.namespace, from.name, mend))}
            >
              {t(mend.startsWith('network.') ? 'failure.mend.nics' : 'failure.mend.copy')}
            </Button>
          )}
        </div>
      }
    />
  );
}
