import { Switch } from 'antd';
import { FieldNote, type FieldTexts } from './FieldFrame.tsx';
import { useField, type FlagPath } from './useField.ts';
import styles from './SwitchField.module.css';

interface SwitchFieldProps extends FieldTexts {
  readonly name: FlagPath;
  /** Told after the value has changed. */
  readonly onSwitch?: (on: boolean) => void;
}

/** On or off, with its label beside it. */
export function SwitchField({ name, label, help, disabledReason, onSwitch }: SwitchFieldProps) {
  const { id, field, problem } = useField(name);
  const noteId = `${id}-note`;
  const note = disabledReason ?? help;
  return (
    <div className={styles.field}>
      <Switch
        id={id}
        checked={field.value}
        onChange={(on) => {
          field.onChange(on);
          onSwitch?.(on);
        }}
        disabled={disabledReason !== undefined}
        aria-describedby={noteId}
      />
      <div className={styles.texts}>
        <label htmlFor={id}>{label}</label>
        {(note !== undefined || problem !== undefined) && (
          <FieldNote id={noteId} problem={problem} text={note} />
        )}
      </div>
    </div>
  );
}
