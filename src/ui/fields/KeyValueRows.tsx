import type { ReactNode } from 'react';
import { useFormContext, type FieldArrayPathByValue } from 'react-hook-form';
import type { Draft, KeyValue } from '../../domain/workload/draft.ts';
import { KeyValueRow } from './KeyValueRow.tsx';
import { LockedRows, type LockedRow } from './LockedRows.tsx';
import { RowList } from './RowList.tsx';
import type { SelectOption } from './SelectField.tsx';
import { useRows } from './useRows.ts';

export type KeyValuePath = FieldArrayPathByValue<Draft, KeyValue[]>;

interface KeyValueRowsProps {
  readonly name: KeyValuePath;
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly help?: string;
  readonly addLabel: string;
  /** "Label 2", by its place counted from 1. */
  readonly rowLabel: (place: number) => string;
  /** Rows that other fields write: shown, not editable here. */
  readonly locked?: readonly LockedRow[];
  readonly keySuggestions?: readonly SelectOption[];
  readonly valueSuggestions?: (key: string) => readonly SelectOption[];
  /** Further buttons beside "add". */
  readonly actions?: ReactNode;
}

/**
 * A list of keys and values. Enter goes from the key to the value and from the value to the next row; pasted lines
 * of `key=value` or `key: value` become rows.
 */
export function KeyValueRows(props: KeyValueRowsProps) {
  const { name, rowLabel, locked = [], keySuggestions, valueSuggestions, ...texts } = props;
  const rows = useRows(name);
  const { getValues } = useFormContext<Draft>();
  const isEmpty = (index: number) => {
    const row = getValues(`${name}.${index}`);
    return row.key === '' && row.value === '';
  };
  const paste = (pairs: KeyValue[], index: number) => {
    const replaces = isEmpty(index);
    rows.add(pairs, index);
    if (replaces) rows.remove(index);
  };
  return (
    <RowList name={name} addId={rows.addId} onAdd={() => rows.add({ key: '', value: '' })} {...texts}>
      <LockedRows rows={locked} />
      {rows.keys.map((key, index) => (
        <KeyValueRow
          key={key}
          name={`${name}.${index}`}
          label={rowLabel(index + 1)}
          keySuggestions={keySuggestions}
          valueSuggestions={valueSuggestions}
          isEmpty={() => isEmpty(index)}
          onNext={() => rows.add({ key: '', value: '' }, index)}
          onRemove={() => rows.remove(index)}
          onPaste={(pairs) => paste(pairs, index)}
        />
      ))}
    </RowList>
  );
}
