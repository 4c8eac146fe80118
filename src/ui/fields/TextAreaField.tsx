import { Input } from 'antd';
import { FieldFrame, type FieldTexts } from './FieldFrame.tsx';
import styles from './fields.module.css';
import { useField, type TextPath } from './useField.ts';

interface TextAreaFieldProps extends FieldTexts {
  readonly name: TextPath;
  /** Shows "n / limit". Typing beyond it is kept and judged by the checks. */
  readonly limit?: number;
}

/** Several lines of text, growing with what is typed, with a counter. */
export function TextAreaField({ name, limit, ...texts }: TextAreaFieldProps) {
  const { id, field, problem } = useField(name);
  const aside = limit === undefined ? undefined : `${field.value.length} / ${limit}`;
  return (
    <FieldFrame id={id} problem={problem} aside={aside} {...texts}>
      {(control) => <Input.TextArea {...control} {...field} className={styles.area ?? ''} rows={2} />}
    </FieldFrame>
  );
}
