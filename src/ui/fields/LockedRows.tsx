import { LockOutlined } from '@ant-design/icons';
import styles from './LockedRows.module.css';

/** A key and value that another field writes. */
export interface LockedRow {
  readonly key: string;
  readonly value: string;
  /** What wrote it, in words. */
  readonly reason: string;
}

/** Rows that are shown and cannot be edited here, each with what wrote it. */
export function LockedRows({ rows }: { rows: readonly LockedRow[] }) {
  if (rows.length === 0) return null;
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <li key={row.key} className={styles.row}>
          <LockOutlined aria-hidden className={styles.icon} />
          <code className={styles.key}>{row.key}</code>
          <code className={styles.value}>{row.value}</code>
          <span className={styles.reason}>{row.reason}</span>
        </li>
      ))}
    </ul>
  );
}
