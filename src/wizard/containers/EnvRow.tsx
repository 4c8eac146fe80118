import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Draft, EnvDraft } from '../../domain/workload/draft.ts';
import { emptyEnv } from '../../domain/workload/new-draft.ts';
import { rowAction } from '../../ui/fields/row-action.ts';
import { Row } from '../../ui/fields/RowList.tsx';
import { SelectField } from '../../ui/fields/SelectField.tsx';
import { SuggestField } from '../../ui/fields/SuggestField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../i18n/useText.ts';
import { ObjectAndKey } from './ObjectAndKey.tsx';
import { podFields } from './pod-fields.ts';

type EnvPath = `containers.${number}.env.${number}`;

interface EnvRowProps {
  readonly name: EnvPath;
  readonly place: number;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onNext: () => void;
  readonly onRemove: () => void;
}

/** One environment variable: its name, where its value comes from, and the value. */
export function EnvRow({ name, place, onPaste, onNext, onRemove }: EnvRowProps) {
  const t = useText();
  const { getValues, setValue } = useFormContext<Draft>();
  const source = useWatch<Draft, `${EnvPath}.source`>({ name: `${name}.source` });
  const [left, setLeft] = useState<Partial<Record<EnvDraft['source'], EnvDraft>>>({});
  /** What was typed for the source that is left comes back with it. */
  const changeSource = (picked: string) => {
    const row = getValues(name);
    const next = picked as EnvDraft['source'];
    setLeft({ ...left, [row.source]: row });
    setValue(name, { ...(left[next] ?? emptyEnv(next)), name: row.name }, { shouldDirty: true });
  };
  return (
    <Row
      label={t('env.row', { place })}
      onRemove={onRemove}
      columns="minmax(0, 5fr) minmax(0, 4fr) minmax(0, 8fr)"
    >
      <TextField
        name={`${name}.name`}
        label={t('env.name')}
        labelHidden={place > 1}
        required
        mono
        placeholder="NAME"
        onPaste={onPaste}
      />
      <SelectField
        name={`${name}.source`}
        label={t('env.source')}
        labelHidden={place > 1}
        onPick={changeSource}
        options={[
          { value: 'value', label: t('env.sourceValue') },
          { value: 'configMapKey', label: t('env.sourceConfigMap') },
          { value: 'secretKey', label: t('env.sourceSecret') },
          { value: 'podField', label: t('env.sourcePod') },
        ]}
      />
      <EnvValue name={name} source={source} labelHidden={place > 1} onNext={onNext} />
    </Row>
  );
}

interface EnvValueProps {
  readonly name: EnvPath;
  readonly source: EnvDraft['source'];
  readonly labelHidden: boolean;
  readonly onNext: () => void;
}

function EnvValue({ name, source, labelHidden, onNext }: EnvValueProps) {
  const t = useText();
  switch (source) {
    case 'value':
      return (
        <TextField
          name={`${name}.value`}
          label={t('field.value')}
          labelHidden={labelHidden}
          mono
          onKeyDown={(event: KeyboardEvent) => {
            if (rowAction(event, false, false) !== 'add') return;
            event.preventDefault();
            onNext();
          }}
        />
      );
    case 'configMapKey':
    case 'secretKey':
      return (
        <ObjectAndKey
          name={name}
          kind={source === 'secretKey' ? 'Secret' : 'ConfigMap'}
          labelHidden={labelHidden}
        />
      );
    case 'podField':
      return (
        <SuggestField
          name={`${name}.fieldPath`}
          label={t('env.fieldPath')}
          labelHidden={labelHidden}
          suggestions={podFields.map(({ path, text }) => ({ value: path, label: path, detail: t(text) }))}
          placeholder="status.podIP"
        />
      );
  }
}
