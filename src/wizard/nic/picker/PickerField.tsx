import { DownOutlined } from '@ant-design/icons';
import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import styles from './PickerField.module.css';

/** Made once: React leaves alone what it has seen, and there are many of them. */
const caret = <DownOutlined aria-hidden className={styles.caret} />;

interface PickerFieldProps {
  /** Id of the button that opens it: findings move the focus there. */
  readonly id: string;
  readonly label: string;
  /** What is chosen now, in the button. */
  readonly value: ReactNode;
  /** What is chosen now, each removable, before the button. */
  readonly chips?: ReactNode;
  /** Lines under the field: findings, hints. */
  readonly below?: ReactNode;
  readonly status: 'error' | 'warning' | '';
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The panel, drawn while open. */
  readonly panel: ReactNode;
}

/**
 * A field whose value is chosen in a panel that opens under it, over what follows, as wide as the row that it is in.
 * Escape closes it and puts the focus back; a click or a Tab elsewhere closes it and leaves the focus there.
 */
export function PickerField(props: PickerFieldProps) {
  const { id, open, onOpenChange } = props;
  const field = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    const root = field.current?.getRootNode();
    const onPointerDown = (event: Event) => {
      if (event.target instanceof Node && field.current?.contains(event.target) !== true) onOpenChange(false);
    };
    root?.addEventListener('pointerdown', onPointerDown);
    return () => root?.removeEventListener('pointerdown', onPointerDown);
  }, [open, onOpenChange]);

  function onBlur(event: FocusEvent) {
    const next = event.relatedTarget;
    if (open && next instanceof Node && field.current?.contains(next) !== true) onOpenChange(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!open || event.key !== 'Escape') return;
    event.stopPropagation();
    onOpenChange(false);
    document.getElementById(id)?.focus();
  }

  return (
    // The panel inside is a dialog; this only hears what its children do.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={field} className={styles.field} onBlur={onBlur} onKeyDown={onKeyDown}>
      <label id={`${id}-label`} htmlFor={id} className={styles.label}>
        {props.label}
      </label>
      <div className={styles.box} data-status={props.status} data-open={open || undefined}>
        {props.chips}
        <button
          type="button"
          id={id}
          className={styles.trigger}
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-labelledby={`${id}-label ${id}-value`}
          aria-describedby={`${id}-below`}
          onClick={() => onOpenChange(!open)}
        >
          <span id={`${id}-value`} className={styles.value}>
            {props.value}
          </span>
          {caret}
        </button>
      </div>
      <div className={styles.anchor}>{open && props.panel}</div>
      <div id={`${id}-below`} className={styles.below}>
        {props.below}
      </div>
    </div>
  );
}
