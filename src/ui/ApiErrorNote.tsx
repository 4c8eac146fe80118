import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { ApiError } from '../cluster/api-error.ts';
import { useText } from '../i18n/useText.ts';
import { apiErrorText, causeText } from './api-error-text.ts';
import { RawWords } from './RawWords.tsx';
import styles from './ApiErrorNote.module.css';

interface ApiErrorNoteProps {
  readonly error: ApiError;
  /** What was being done, before the plain words: "The Deployment was not created." */
  readonly title?: ReactNode;
  readonly onRetry?: (() => void) | undefined;
}

/** A failed request in plain words; the server's own are one click away. Each failure is shown once, by this. */
export function ApiErrorNote({ error, title, onRetry }: ApiErrorNoteProps) {
  const t = useText();
  const plain = apiErrorText(error, t);
  return (
    <Alert
      type={error.status === 403 ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={title ?? plain}
      description={
        <>
          {title !== undefined && <p className={styles['plain']}>{plain}</p>}
          {error.causes.length > 0 && (
            <ul className={styles['causes']}>
              {error.causes.map((cause) => (
                <li key={`${cause.field} ${cause.message}`}>
                  {cause.field !== '' && <code>{cause.field}</code>} {causeText(cause, t)}
                </li>
              ))}
            </ul>
          )}
          <RawWords error={error} />
        </>
      }
      action={
        onRetry === undefined ? undefined : (
          <Button size="small" onClick={onRetry}>
            {t('word.retry')}
          </Button>
        )
      }
    />
  );
}
