import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './MonoText.module.css';

interface MonoTextProps {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** Addresses, names and amounts that are read figure by figure: monospaced, figures of one width, selected whole by one click. */
export function MonoText({ children, className }: MonoTextProps) {
  return <span className={classNames(styles['mono'], className)}>{children}</span>;
}
