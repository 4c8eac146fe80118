import type { KeyboardEvent } from 'react';
import { useFormContext, type FieldArrayPathByValue } from 'react-hook-form';
import type { Draft } from '../../domain/workload/draft.ts';
import { useText } from '../../i18n/useText.ts';
import { rowAction } from './row-action.ts';
import { RowList, Row } from './RowList.tsx';
import { TextField } from './TextField.tsx';
import { useRows } from './useRows.ts';

export type TextRowsPath = FieldArrayPathByValue<Draft, { value: string }[]>;

interface TextRowsProps {
  readonly name: TextRowsPath;
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly help?: string;
  readonly addLabel: string;
  /** "Argument 2", by its place counted from 1. */
  readonly rowLabel: (place: number) => string;
  readonly placeholder?: string;
  readonly ordered?: boolean;
  readonly max?: number;
  readonly maxReason?: string;
}

/**
 * A list of texts. Enter adds the next row, Backspace in an empty row removes it; where the order matters, the arrow
 * buttons and Alt with the arrow keys move a row.
 */
export function TextRows(props: TextRowsProps) {
  const { name, rowLabel, placeholder, ordered = false, max = Infinity, maxReason, ...texts } = props;
  const t = useText();
  const rows = useRows(name);
  const { getValues } = useFormContext<Draft>();
  const full = rows.keys.length >= max;
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const action = rowAction(event, getValues(`${name}.${index}.value`) === '', ordered);
    if (action === undefined) return;
    event.preventDefault();
    if (action === 'add' && !full) rows.add({ value: '' }, index);
    if (action === 'remove') rows.remove(index);
    if (action === 'up') rows.move(index, -1);
    if (action === 'down') rows.move(index, 1);
  };
  return (
    <RowList
      name={name}
      addId={rows.addId}
      onAdd={() => rows.add({ value: '' })}
      disabledReason={full ? maxReason : undefined}
      {...texts}
    >
      {rows.keys.map((key, index) => (
        <Row
          key={key}
          label={rowLabel(index + 1)}
          onRemove={() => rows.remove(index)}
          onMove={ordered ? (by) => rows.move(index, by) : undefined}
          first={index === 0}
          last={index === rows.keys.length - 1}
        >
          <TextField
            name={`${name}.${index}.value`}
            label={rowLabel(index + 1)}
            labelHidden
            mono
            placeholder={placeholder ?? t('field.text')}
            onKeyDown={(event) => onKeyDown(event, index)}
          />
        </Row>
      ))}
    </RowList>
  );
}
