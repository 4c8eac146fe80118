import type { ReactNode } from 'react';
import styles from './ForReaders.module.css';

/** Words for a screen reader, where the eye sees an icon, a hue or a place. */
export function ForReaders({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <span id={id} className={styles['hidden']}>
      {children}
    </span>
  );
}
