import styles from './StatusDot.module.css';

export type Tone = 'good' | 'busy' | 'bad' | 'quiet';

/** A status in words with its colour beside it; never colour alone. */
export function StatusDot({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return (
    <span className={styles['status']}>
      <span className={`${styles['dot']} ${styles[tone]}`} aria-hidden />
      {children}
    </span>
  );
}
