import type { ReactNode } from 'react';
import styles from './StepHeading.module.css';

interface StepHeadingProps {
  readonly title: string;
  readonly detail: string;
  readonly action?: ReactNode;
}

/** Title of a step and one line on what it is for. */
export function StepHeading({ title, detail, action }: StepHeadingProps) {
  return (
    <header className={styles.heading}>
      <div>
        <h2 tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <p className={styles.detail}>{detail}</p>
      </div>
      {action}
    </header>
  );
}
