import { WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import styles from './TakenNote.module.css';

/** A warning in the place of a field's help, with a link in it. */
export function TakenNote({ children }: { children: ReactNode }) {
  return (
    <span className={styles.note} role="status">
      <WarningFilled aria-hidden /> {children}
    </span>
  );
}
