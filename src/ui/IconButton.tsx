import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './IconButton.module.css';

interface IconButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  /** Cannot do anything here now, but stays reachable: at the end of a list, say. */
  readonly idle?: boolean;
  readonly onClick: () => void;
}

/** A small button with an icon alone. For lists with many of them: it costs a tenth of antd's button. */
export function IconButton({ label, icon, idle = false, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles['button'], idle && styles['idle'])}
      aria-label={label}
      aria-disabled={idle || undefined}
      title={label}
      onClick={onClick}
    >
      {icon}
    </button>
  );
}
