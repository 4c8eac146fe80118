import type { ClipboardEvent } from 'react';
import { useFormContext } from 'react-hook-form';
import { emptyEnv } from '../../domain/workload/new-draft.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { pastedPairs } from '../../ui/fields/pasted-pairs.ts';
import { RowList } from '../../ui/fields/RowList.tsx';
import { useRows } from '../../ui/fields/useRows.ts';
import { useText } from '../../i18n/useText.ts';
import { EnvRow } from './EnvRow.tsx';

/** Environment variables of a container. Pasted lines of `NAME=value` become rows. */
export function EnvRows({ index }: { index: number }) {
  const t = useText();
  const name = `containers.${index}.env` as const;
  const rows = useRows(name);
  const { getValues } = useFormContext<Draft>();
  const onPaste = (event: ClipboardEvent, row: number) => {
    const pairs = pastedPairs(event.clipboardData.getData('text/plain'));
    if (pairs === undefined) return;
    event.preventDefault();
    const replaced = getValues(`${name}.${row}.name`) === '';
    rows.add(
      pairs.map(({ key, value }) => ({ source: 'value', name: key, value })),
      row,
    );
    if (replaced) rows.remove(row);
  };
  return (
    <RowList
      name={name}
      label={t('container.env')}
      labelHidden
      addId={rows.addId}
      addLabel={t('env.add')}
      onAdd={() => rows.add(emptyEnv('value'))}
    >
      {rows.keys.map((key, row) => (
        <EnvRow
          key={key}
          name={`${name}.${row}`}
          place={row + 1}
          onPaste={(event) => onPaste(event, row)}
          onNext={() => rows.add(emptyEnv('value'), row)}
          onRemove={() => rows.remove(row)}
        />
      ))}
    </RowList>
  );
}
