import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { CSSProperties, ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { useFieldProblem } from './field-problems.ts';
import { FieldNote } from './FieldFrame.tsx';
import styles from './RowList.module.css';

interface RowListProps {
  /** Path of the list, for problems of the list as a whole. */
  readonly name: string;
  /** What the list is, read out with each row. */
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly help?: string;
  readonly addId: string;
  readonly addLabel: string;
  readonly onAdd: () => void;
  readonly disabledReason?: string | undefined;
  /** Further buttons beside "add". */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A list of rows with its label, a button that adds a row, and what is wrong with the list as a whole. */
export function RowList(props: RowListProps) {
  const {
    name,
    label,
    labelHidden = false,
    help,
    addId,
    addLabel,
    onAdd,
    disabledReason,
    actions,
    children,
  } = props;
  const problem = useFieldProblem(name);
  const noteId = `${addId}-note`;
  const note = disabledReason ?? help;
  const hasNote = problem !== undefined || note !== undefined;
  return (
    <div role="group" aria-label={label} className={styles.list}>
      {!labelHidden && <span className={styles.label}>{label}</span>}
      {children}
      <div className={styles.foot}>
        <Button
          id={addId}
          type="link"
          icon={<PlusOutlined aria-hidden />}
          onClick={onAdd}
          disabled={disabledReason !== undefined}
          aria-describedby={hasNote ? noteId : undefined}
          className={styles.add ?? ''}
        >
          {addLabel}
        </Button>
        {actions}
      </div>
      {hasNote && (
        <div className={styles.note}>
          <FieldNote id={noteId} problem={problem} text={note} />
        </div>
      )}
    </div>
  );
}

interface RowProps {
  /** "Port 2": the name of the row, for its buttons and for reading aloud. */
  readonly label: string;
  readonly onRemove?: (() => void) | undefined;
  /** Given where the order has a meaning. */
  readonly onMove?: ((by: -1 | 1) => void) | undefined;
  readonly first?: boolean;
  readonly last?: boolean;
  /** `grid-template-columns` of the row's fields on a wide page; they stack on a narrow one. */
  readonly columns?: string;
  readonly children: ReactNode;
}

/** One row: its fields side by side, and its buttons. */
export function Row(props: RowProps) {
  const { label, onRemove, onMove, first = false, last = false, columns = '1fr', children } = props;
  const t = useText();
  return (
    <div role="group" aria-label={label} className={styles.row}>
      <div className={styles.fields} style={{ '--columns': columns } as CSSProperties}>
        {children}
      </div>
      <div className={styles.buttons}>
        {onMove !== undefined && (
          <>
            <Button
              type="text"
              icon={<ArrowUpOutlined aria-hidden />}
              aria-label={t('row.moveUp', { row: label })}
              aria-disabled={first || undefined}
              className={first ? (styles.faint ?? '') : ''}
              onClick={() => onMove(-1)}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined aria-hidden />}
              aria-label={t('row.moveDown', { row: label })}
              aria-disabled={last || undefined}
              className={last ? (styles.faint ?? '') : ''}
              onClick={() => onMove(1)}
            />
          </>
        )}
        {onRemove !== undefined && (
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('row.remove', { row: label })}
            onClick={onRemove}
          />
        )}
      </div>
    </div>
  );
}
