import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { useText } from '../../i18n/useText.ts';
import { FieldFrame, type FieldTexts } from './FieldFrame.tsx';
import { stepped } from './stepped.ts';
import { useField, type TextPath } from './useField.ts';
import styles from './fields.module.css';
import stepper from './NumberTextField.module.css';

interface NumberTextFieldProps extends FieldTexts {
  readonly name: TextPath;
  readonly placeholder?: string;
  /** After the number: seconds, Pods. */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
}

/**
 * A number as text: what was typed stays as it was typed, wrong or not, and the checks judge it. Arrow keys and
 * two small buttons count up and down.
 */
export function NumberTextField(props: NumberTextFieldProps) {
  const { name, placeholder, unit, min = 0, max = Number.MAX_SAFE_INTEGER, ...texts } = props;
  const { id, field, problem } = useField(name);
  const step = (by: number) => field.onChange(stepped(field.value || (placeholder ?? ''), by, min, max));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    step(event.key === 'ArrowUp' ? 1 : -1);
  };
  return (
    <FieldFrame id={id} problem={problem} {...texts}>
      {(control) => (
        <Input
          {...control}
          {...field}
          className={styles.number ?? ''}
          inputMode="numeric"
          autoComplete="off"
          onKeyDown={onKeyDown}
          suffix={
            <>
              {unit !== undefined && <span className={styles.unit}>{unit}</span>}
              <Steppers label={texts.label} disabled={control.disabled} onStep={step} />
            </>
          }
          {...(placeholder !== undefined && { placeholder })}
        />
      )}
    </FieldFrame>
  );
}

/** For the pointer; the keyboard has the arrow keys in the field itself. */
function Steppers(props: { label: string; disabled: boolean; onStep: (by: number) => void }) {
  const t = useText();
  const { label, disabled, onStep } = props;
  return (
    <span className={stepper.steppers}>
      <button
        type="button"
        tabIndex={-1}
        disabled={disabled}
        aria-label={t('field.increase', { label })}
        onClick={() => onStep(1)}
      >
        <UpOutlined aria-hidden />
      </button>
      <button
        type="button"
        tabIndex={-1}
        disabled={disabled}
        aria-label={t('field.decrease', { label })}
        onClick={() => onStep(-1)}
      >
        <DownOutlined aria-hidden />
      </button>
    </span>
  );
}
