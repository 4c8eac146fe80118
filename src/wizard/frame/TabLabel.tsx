import { useText } from '../../i18n/useText.ts';
import styles from './TabLabel.module.css';

/** The text of a tab with the number of errors behind it. */
export function TabLabel({ text, errors }: { text: string; errors: number }) {
  const t = useText();
  return (
    <span className={styles.label}>
      {text}
      {errors > 0 && (
        <span className={styles.count} aria-label={t('problems.errors', { count: errors })}>
          {errors}
        </span>
      )}
    </span>
  );
}
