import { Select } from 'antd';
import { FieldFrame, type FieldTexts } from './FieldFrame.tsx';
import { renderOption } from './OptionLine.tsx';
import { useField, type TextPath } from './useField.ts';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** Second, muted part of the line. */
  readonly detail?: string;
  /** Why it cannot be chosen; it is shown, and disabled. */
  readonly disabledReason?: string | undefined;
}

interface SelectFieldProps extends FieldTexts {
  readonly name: TextPath;
  readonly options: readonly SelectOption[];
  readonly placeholder?: string;
  readonly search?: boolean;
  /** Shows an empty choice again. */
  readonly clearable?: boolean;
  readonly loading?: boolean;
  /** Instead of only setting the value, e.g. to change the shape of a row. */
  readonly onPick?: (value: string) => void;
}

const virtualBeyond = 200;

/** One choice of a list. A value that is not in the list (any more) is kept and shown as it is. */
export function SelectField(props: SelectFieldProps) {
  const {
    name,
    options,
    placeholder,
    search = false,
    clearable = false,
    loading = false,
    onPick,
    ...texts
  } = props;
  const { id, field, problem } = useField(name);
  return (
    <FieldFrame id={id} problem={problem} {...texts}>
      {({ disabled, ...control }) => (
        <Select<string, SelectOption & { disabled: boolean }>
          {...control}
          ref={field.ref}
          value={field.value === '' && placeholder !== undefined ? null : field.value}
          onChange={(value) => (onPick ?? field.onChange)(value ?? '')}
          onBlur={field.onBlur}
          disabled={disabled}
          loading={loading}
          allowClear={clearable && field.value !== ''}
          options={options.map((option) => ({ ...option, disabled: option.disabledReason !== undefined }))}
          optionRender={renderOption}
          showSearch={search ? { optionFilterProp: ['label', 'detail'] } : false}
          virtual={options.length > virtualBeyond}
          popupMatchSelectWidth
          {...(placeholder !== undefined && { placeholder })}
        />
      )}
    </FieldFrame>
  );
}
