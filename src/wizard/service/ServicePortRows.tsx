import { Button } from 'antd';
import { useFormContext } from 'react-hook-form';
import type { Draft } from '../../domain/workload/draft.ts';
import { emptyServicePort } from '../../domain/workload/new-draft.ts';
import { NumberTextField } from '../../ui/fields/NumberTextField.tsx';
import { Row, RowList } from '../../ui/fields/RowList.tsx';
import { SelectField } from '../../ui/fields/SelectField.tsx';
import { SuggestField } from '../../ui/fields/SuggestField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useRows } from '../../ui/fields/useRows.ts';
import { useText } from '../../i18n/useText.ts';
import { protocolOptions } from '../protocols.ts';
import { portsOfContainers } from './service-defaults.ts';

const highestPort = 65_535;

/** Ports of the Service, each with the container port behind it. */
export function ServicePortRows({ withNodePort }: { withNodePort: boolean }) {
  const t = useText();
  const name = 'service.ports';
  const rows = useRows(name);
  const { getValues, setValue } = useFormContext<Draft>();
  const targets = portsOfContainers(getValues()).map(({ port, targetPort }) => ({
    value: targetPort,
    label: targetPort,
    ...(port !== targetPort && { detail: port }),
  }));
  return (
    <RowList
      name={name}
      label={t('service.ports')}
      labelHidden
      addId={rows.addId}
      addLabel={t('container.addPort')}
      onAdd={() => rows.add(emptyServicePort())}
      actions={
        targets.length > 0 && (
          <Button
            type="link"
            onClick={() => setValue(name, portsOfContainers(getValues()), { shouldDirty: true })}
          >
            {t('service.usePorts')}
          </Button>
        )
      }
    >
      {rows.keys.map((key, row) => (
        <Row
          key={key}
          label={t('service.portRow', { place: row + 1 })}
          onRemove={() => rows.remove(row)}
          columns={withNodePort ? '3fr 2fr 2fr 3fr 2fr' : '3fr 2fr 2fr 3fr'}
        >
          <TextField
            name={`${name}.${row}.name`}
            label={t('port.name')}
            labelHidden={row > 0}
            mono
            placeholder="http"
          />
          <SelectField
            name={`${name}.${row}.protocol`}
            label={t('port.protocol')}
            labelHidden={row > 0}
            options={protocolOptions}
          />
          <NumberTextField
            name={`${name}.${row}.port`}
            label={t('finding.field.servicePort')}
            labelHidden={row > 0}
            required
            placeholder="80"
            min={1}
            max={highestPort}
          />
          <SuggestField
            name={`${name}.${row}.targetPort`}
            label={t('port.target')}
            labelHidden={row > 0}
            suggestions={targets}
            placeholder={t('port.targetPlaceholder')}
          />
          {withNodePort && (
            <NumberTextField
              name={`${name}.${row}.nodePort`}
              label={t('finding.field.nodePort')}
              labelHidden={row > 0}
              placeholder={t('port.nodePlaceholder')}
              min={1}
              max={highestPort}
            />
          )}
        </Row>
      ))}
    </RowList>
  );
}
