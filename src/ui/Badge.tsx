import type { ReactNode } from 'react';
import styles from './Badge.module.css';

/** A few words on a quiet ground: what a pool is for, or a condition. */
export function Badge({ tone = 'plain', children }: { tone?: 'plain' | 'warning'; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
