import { Input } from 'antd';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { FieldFrame, type FieldTexts } from './FieldFrame.tsx';
import { useField, type TextPath } from './useField.ts';
import styles from './fields.module.css';

interface TextFieldProps extends FieldTexts {
  readonly name: TextPath;
  readonly placeholder?: string;
  /** Monospaced: names, addresses, expressions of the cluster. */
  readonly mono?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** Told after each change, with the text before it. */
  readonly onEdit?: (now: string, before: string) => void;
  readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
}

/** One line of text. */
export function TextField({
  name,
  placeholder,
  mono = false,
  onKeyDown,
  onEdit,
  onPaste,
  ...texts
}: TextFieldProps) {
  const { id, field, problem } = useField(name);
  return (
    <FieldFrame id={id} problem={problem} {...texts}>
      {(control) => (
        <Input
          {...control}
          {...field}
          onChange={(event) => {
            const before = field.value;
            field.onChange(event);
            onEdit?.(event.target.value, before);
          }}
          className={mono ? (styles.mono ?? '') : ''}
          autoComplete="off"
          spellCheck={false}
          {...(placeholder !== undefined && { placeholder })}
          {...(onKeyDown !== undefined && { onKeyDown })}
          {...(onPaste !== undefined && { onPaste })}
        />
      )}
    </FieldFrame>
  );
}
