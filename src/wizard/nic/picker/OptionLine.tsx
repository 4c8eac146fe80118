import type { ReactNode } from 'react';
import styles from './OptionLine.module.css';

interface OptionLineProps {
  readonly name: ReactNode;
  /** Addresses, CIDR: monospaced. */
  readonly middle: ReactNode;
  readonly amount: ReactNode;
  /** Badges of what works; the first reason of what does not. */
  readonly end: ReactNode;
  readonly works: boolean;
  /** For lines without an amount: its room goes to the other columns. */
  readonly wide?: boolean;
}

/** The columns of one line of a picker; on a narrow page two above two. */
export function OptionLine({ name, middle, amount, end, works, wide = false }: OptionLineProps) {
  return (
    <span className={styles.line} data-wide={wide || undefined}>
      <span className={styles.name}>{name}</span>
      <span className={styles.middle}>{middle}</span>
      {!wide && <span className={styles.amount}>{amount}</span>}
      <span className={works ? styles.badges : styles.reason}>{end}</span>
    </span>
  );
}
