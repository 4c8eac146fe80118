import { AutoComplete } from 'antd';
import { FieldFrame, type FieldTexts } from './FieldFrame.tsx';
import { renderOption } from './OptionLine.tsx';
import type { SelectOption } from './SelectField.tsx';
import { useField, type TextPath } from './useField.ts';
import styles from './fields.module.css';

interface SuggestFieldProps extends FieldTexts {
  readonly name: TextPath;
  readonly suggestions: readonly SelectOption[];
  readonly placeholder?: string;
}

/** A line of text with suggestions: anything may be typed. */
export function SuggestField({ name, suggestions, placeholder, ...texts }: SuggestFieldProps) {
  const { id, field, problem } = useField(name);
  return (
    <FieldFrame id={id} problem={problem} {...texts}>
      {(control) => (
        <AutoComplete<string, SelectOption & { disabled: boolean }>
          {...control}
          ref={field.ref}
          value={field.value}
          onChange={(value) => field.onChange(value ?? '')}
          onBlur={field.onBlur}
          className={styles.mono ?? ''}
          options={suggestions.map((option) => ({
            ...option,
            disabled: option.disabledReason !== undefined,
          }))}
          optionRender={renderOption}
          showSearch={{
            filterOption: (typed, option) =>
              option?.label.toLowerCase().includes(typed.toLowerCase()) ?? false,
          }}
          {...(placeholder !== undefined && { placeholder })}
        />
      )}
    </FieldFrame>
  );
}
