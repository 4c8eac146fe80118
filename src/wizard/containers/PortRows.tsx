import { emptyContainerPort } from '../../domain/workload/new-draft.ts';
import { NumberTextField } from '../../ui/fields/NumberTextField.tsx';
import { Row, RowList } from '../../ui/fields/RowList.tsx';
import { SelectField } from '../../ui/fields/SelectField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useRows } from '../../ui/fields/useRows.ts';
import { useText } from '../../i18n/useText.ts';
import { protocolOptions } from '../protocols.ts';

const highestPort = 65_535;

/** Ports that a container listens on. */
export function PortRows({ index }: { index: number }) {
  const t = useText();
  const name = `containers.${index}.ports` as const;
  const rows = useRows(name);
  return (
    <RowList
      name={name}
      label={t('container.ports')}
      labelHidden
      addId={rows.addId}
      addLabel={t('container.addPort')}
      onAdd={() => rows.add(emptyContainerPort())}
    >
      {rows.keys.map((key, row) => (
        <Row
          key={key}
          label={t('container.portRow', { place: row + 1 })}
          onRemove={() => rows.remove(row)}
          columns="minmax(0, 3fr) minmax(0, 2fr) minmax(0, 2fr)"
        >
          <TextField
            name={`${name}.${row}.name`}
            label={t('port.name')}
            labelHidden={row > 0}
            mono
            placeholder="http"
          />
          <NumberTextField
            name={`${name}.${row}.containerPort`}
            label={t('finding.field.containerPort')}
            labelHidden={row > 0}
            required
            placeholder="8080"
            min={1}
            max={highestPort}
          />
          <SelectField
            name={`${name}.${row}.protocol`}
            label={t('port.protocol')}
            labelHidden={row > 0}
            options={protocolOptions}
          />
        </Row>
      ))}
    </RowList>
  );
}
