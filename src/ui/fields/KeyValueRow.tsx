import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useWatch } from 'react-hook-form';
import type { Draft, KeyValue } from '../../domain/workload/draft.ts';
import { useText } from '../../i18n/useText.ts';
import { focusField } from '../field-id.ts';
import { useFieldPrefix } from '../useFieldPrefix.ts';
import type { KeyValuePath } from './KeyValueRows.tsx';
import { pastedPairs } from './pasted-pairs.ts';
import { rowAction } from './row-action.ts';
import { Row } from './RowList.tsx';
import type { SelectOption } from './SelectField.tsx';
import { SuggestField } from './SuggestField.tsx';
import { TextField } from './TextField.tsx';

interface KeyValueRowProps {
  readonly name: `${KeyValuePath}.${number}`;
  readonly label: string;
  readonly keySuggestions: readonly SelectOption[] | undefined;
  readonly valueSuggestions: ((key: string) => readonly SelectOption[]) | undefined;
  readonly isEmpty: () => boolean;
  readonly onNext: () => void;
  readonly onRemove: () => void;
  readonly onPaste: (pairs: KeyValue[]) => void;
}

/** One key and its value. */
export function KeyValueRow(props: KeyValueRowProps) {
  const { name, label, keySuggestions, valueSuggestions, isEmpty, onNext, onRemove, onPaste } = props;
  const t = useText();
  const prefix = useFieldPrefix();
  const key = useWatch<Draft, `${KeyValuePath}.${number}.key`>({ name: `${name}.key` });
  const onKeyDown = (event: KeyboardEvent, enter: () => void) => {
    const action = rowAction(event, isEmpty(), false);
    if (action === undefined) return;
    event.preventDefault();
    if (action === 'remove') onRemove();
    else enter();
  };
  const onPasteText = (event: ClipboardEvent) => {
    const pairs = pastedPairs(event.clipboardData.getData('text/plain'));
    if (pairs === undefined) return;
    event.preventDefault();
    onPaste(pairs);
  };
  const keyTexts = {
    label: t('row.key', { row: label }),
    labelHidden: true,
    placeholder: t('field.key'),
  };
  const valueTexts = {
    label: t('row.value', { row: label }),
    labelHidden: true,
    placeholder: t('field.value'),
  };
  return (
    <Row label={label} onRemove={onRemove} columns="minmax(0, 2fr) minmax(0, 3fr)">
      {keySuggestions === undefined ? (
        <TextField
          name={`${name}.key`}
          mono
          {...keyTexts}
          onKeyDown={(event) => onKeyDown(event, () => focusField(prefix, `${name}.value`))}
          onPaste={onPasteText}
        />
      ) : (
        <SuggestField name={`${name}.key`} suggestions={keySuggestions} {...keyTexts} />
      )}
      {valueSuggestions === undefined ? (
        <TextField
          name={`${name}.value`}
          mono
          {...valueTexts}
          onKeyDown={(event) => onKeyDown(event, onNext)}
        />
      ) : (
        <SuggestField name={`${name}.value`} suggestions={valueSuggestions(key)} {...valueTexts} />
      )}
    </Row>
  );
}
