import { useStaleError } from '../cluster/useStaleError.ts';
import { useText } from '../i18n/useText.ts';
import { isClusterUnusable } from './api-error-text.ts';
import { ApiErrorNote } from './ApiErrorNote.tsx';
import styles from './StaleNote.module.css';

/** Says once for all lists of the page why they stand still: the cluster cannot be used any more, as when a token has expired. */
export function StaleNote() {
  const t = useText();
  const error = useStaleError(isClusterUnusable);
  if (error === undefined) return null;
  return (
    <div className={styles['note']}>
      <ApiErrorNote error={error} title={t('list.stale.page')} />
    </div>
  );
}
