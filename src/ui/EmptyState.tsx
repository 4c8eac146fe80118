import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  /** What is not here. */
  readonly title: ReactNode;
  /** What would be here, or how to get it. */
  readonly hint?: ReactNode;
  /** Buttons or links that help. */
  readonly children?: ReactNode;
}

/** In the place of something that is not there. Not for "may not be read": that is an `ApiErrorNote`. */
export function EmptyState({ title, hint, children }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <svg className={styles['mark']} viewBox="0 0 32 32" aria-hidden="true">
        <rect x="11" y="3" width="10" height="10" rx="3" />
        <path d="M16 13v6M6 19h20M6 19v5M16 19v5M26 19v5" />
        <circle cx="6" cy="26.5" r="2" />
        <circle cx="16" cy="26.5" r="2" />
        <circle cx="26" cy="26.5" r="2" />
      </svg>
      <p className={styles['title']}>{title}</p>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      {children !== undefined && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}
