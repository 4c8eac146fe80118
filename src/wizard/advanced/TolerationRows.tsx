import { useWatch } from 'react-hook-form';
import type { Draft } from '../../domain/workload/draft.ts';
import { emptyToleration } from '../../domain/workload/new-draft.ts';
import { NumberTextField } from '../../ui/fields/NumberTextField.tsx';
import { Row, RowList } from '../../ui/fields/RowList.tsx';
import { SelectField } from '../../ui/fields/SelectField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useRows } from '../../ui/fields/useRows.ts';
import { useText } from '../../i18n/useText.ts';

type TolerationPath = `scheduling.tolerations.${number}`;

/** Taints that the Pods put up with. */
export function TolerationRows() {
  const t = useText();
  const name = 'scheduling.tolerations';
  const rows = useRows(name);
  return (
    <RowList
      name={name}
      label={t('scheduling.tolerations')}
      labelHidden
      addId={rows.addId}
      addLabel={t('toleration.add')}
      onAdd={() => rows.add(emptyToleration())}
    >
      {rows.keys.map((key, row) => (
        <TolerationRow key={key} name={`${name}.${row}`} place={row + 1} onRemove={() => rows.remove(row)} />
      ))}
    </RowList>
  );
}

interface TolerationRowProps {
  readonly name: TolerationPath;
  readonly place: number;
  readonly onRemove: () => void;
}

function TolerationRow({ name, place, onRemove }: TolerationRowProps) {
  const t = useText();
  const [operator, effect] = useWatch<Draft, [`${TolerationPath}.operator`, `${TolerationPath}.effect`]>({
    name: [`${name}.operator`, `${name}.effect`],
  });
  const labelHidden = place > 1;
  return (
    <Row label={t('toleration.row', { place })} onRemove={onRemove} columns="3fr 2fr 3fr 3fr 3fr">
      <TextField name={`${name}.key`} label={t('field.key')} labelHidden={labelHidden} mono />
      <SelectField
        name={`${name}.operator`}
        label={t('toleration.operator')}
        labelHidden={labelHidden}
        options={[
          { value: 'Equal', label: t('toleration.equal') },
          { value: 'Exists', label: t('toleration.exists') },
        ]}
      />
      <TextField
        name={`${name}.value`}
        label={t('field.value')}
        labelHidden={labelHidden}
        mono
        disabledReason={operator === 'Exists' ? t('toleration.noValue') : undefined}
      />
      <SelectField
        name={`${name}.effect`}
        label={t('toleration.effect')}
        labelHidden={labelHidden}
        options={[
          { value: '', label: t('toleration.anyEffect') },
          { value: 'NoSchedule', label: 'NoSchedule' },
          { value: 'PreferNoSchedule', label: 'PreferNoSchedule' },
          { value: 'NoExecute', label: 'NoExecute' },
        ]}
      />
      <NumberTextField
        name={`${name}.tolerationSeconds`}
        label={t('finding.field.tolerationSeconds')}
        labelHidden={labelHidden}
        placeholder={t('toleration.forever')}
        disabledReason={effect === 'NoExecute' ? undefined : t('toleration.onlyNoExecute')}
      />
    </Row>
  );
}
