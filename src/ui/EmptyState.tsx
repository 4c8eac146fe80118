import type { ReactNode } from 'react';
import { LogoMark } from './LogoMark.tsx';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  /** What is not here. */
  readonly title: ReactNode;
  /** What would be here, or how to get it. */
  readonly hint?: ReactNode;
  /** The title is the heading of the page: there is nothing else on it. */
  readonly wholePage?: boolean;
  /** Buttons or links that help. */
  readonly children?: ReactNode;
}

/** In the place of something that is not there. Not for "may not be read": that is an `ApiErrorNote`. */
export function EmptyState({ title, hint, wholePage = false, children }: EmptyStateProps) {
  const Title = wholePage ? 'h1' : 'p';
  return (
    <div className={styles['empty']}>
      <LogoMark className={styles['mark']} />
      <Title className={styles['title']}>{title}</Title>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      {children !== undefined && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}
