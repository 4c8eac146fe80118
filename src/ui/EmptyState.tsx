import type { ReactNode } from 'react';
import { LogoMark } from './LogoMark.tsx';
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
      <LogoMark className={styles['mark']} />
      <p className={styles['title']}>{title}</p>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      {children !== undefined && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}
