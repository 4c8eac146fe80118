import type { NetworkFailure } from '../../domain/failures/failure.ts';
import { useText } from '../../i18n/useText.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { MonoText } from '../../ui/MonoText.tsx';
import type { EventSummary } from '../events/event-summary.ts';
import styles from './FailureNote.module.css';

interface FailureDetailsProps {
  failure: NetworkFailure;
  event: EventSummary;
}

/** Why each pool was left out, and the Event as the cluster wrote it. */
export function FailureDetails({ failure, event }: FailureDetailsProps) {
  const t = useText();
  const raw = `${event.reason}: ${event.message}`;
  const { reasons = [] } = failure;
  return (
    <div className={styles['details']}>
      {reasons.length > 0 && (
        <>
          <p className={styles['line']}>{t('failure.pools')}</p>
          <ul className={styles['facts']}>
            {reasons.map((reason) => (
              <li key={reason.text}>
                {reason.pool !== '' && (
                  <>
                    <MonoText>{reason.pool}</MonoText> ·{' '}
                  </>
                )}
                {t(`filter.${reason.code}`)}
                <code className={styles['words']}>{reason.text}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles['line']}>
        {t('failure.raw')} <CopyButton text={raw} label={t('failure.raw.copy')} />
      </p>
      <pre className={styles['raw']}>{raw}</pre>
    </div>
  );
}
