import { useWatch } from 'react-hook-form';
import type { Draft } from '../../domain/workload/draft.ts';
import { LockedRows } from '../../ui/fields/LockedRows.tsx';
import { NumberTextField } from '../../ui/fields/NumberTextField.tsx';
import { Row, RowList } from '../../ui/fields/RowList.tsx';
import { SuggestField } from '../../ui/fields/SuggestField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useRows } from '../../ui/fields/useRows.ts';
import { useText } from '../../i18n/useText.ts';
import { FieldGrid, Section } from '../frame/Section.tsx';
import { useWizard } from '../frame/wizard-context.ts';
import { extendedResources } from './extended-resources.ts';

/** CPU, memory, and what device plugins offer. */
export function ResourceFields({ index }: { index: number }) {
  const t = useText();
  const path = `containers.${index}.resources` as const;
  return (
    <Section title={t('container.resources')} detail={t('container.resourcesDetail')}>
      <FieldGrid pairs>
        <TextField
          name={`${path}.cpuRequest`}
          label={t('finding.field.cpuRequest')}
          mono
          placeholder="250m"
          help={t('resource.cpuHelp')}
        />
        <TextField name={`${path}.cpuLimit`} label={t('finding.field.cpuLimit')} mono placeholder="1" />
        <TextField
          name={`${path}.memoryRequest`}
          label={t('finding.field.memoryRequest')}
          mono
          placeholder="256Mi"
          help={t('resource.memoryHelp')}
        />
        <TextField
          name={`${path}.memoryLimit`}
          label={t('finding.field.memoryLimit')}
          mono
          placeholder="512Mi"
        />
      </FieldGrid>
      <ExtendedRows index={index} />
    </Section>
  );
}

function ExtendedRows({ index }: { index: number }) {
  const t = useText();
  const { view } = useWizard();
  const name = `containers.${index}.resources.extended` as const;
  const rows = useRows(name);
  const offered = extendedResources(view.nodes.state === 'known' ? view.nodes.value : []);
  const suggestions = offered.map((resource) => ({
    value: resource.name,
    label: resource.name,
    detail: t('resource.offered', { max: resource.max, count: resource.nodes }),
  }));
  return (
    <RowList
      name={name}
      label={t('resource.extended')}
      help={view.nodes.state === 'forbidden' ? t('resource.nodesForbidden') : t('resource.extendedHelp')}
      addId={rows.addId}
      addLabel={t('resource.add')}
      onAdd={() => rows.add({ name: '', count: '1' })}
    >
      {index === 0 && <NicResources />}
      {rows.keys.map((key, row) => (
        <ExtendedRow
          key={key}
          name={`${name}.${row}`}
          place={row + 1}
          suggestions={suggestions}
          maxOf={(resource) => offered.find((item) => item.name === resource)?.max}
          onRemove={() => rows.remove(row)}
        />
      ))}
    </RowList>
  );
}

interface ExtendedRowProps {
  readonly name: `containers.${number}.resources.extended.${number}`;
  readonly place: number;
  readonly suggestions: readonly { value: string; label: string; detail: string }[];
  readonly maxOf: (resource: string) => string | undefined;
  readonly onRemove: () => void;
}

function ExtendedRow({ name, place, suggestions, maxOf, onRemove }: ExtendedRowProps) {
  const t = useText();
  const resource = useWatch<Draft, `${typeof name}.name`>({ name: `${name}.name` });
  const max = maxOf(resource);
  return (
    <Row label={t('resource.row', { place })} onRemove={onRemove} columns="minmax(0, 3fr) minmax(0, 2fr)">
      <SuggestField
        name={`${name}.name`}
        label={t('resource.name')}
        labelHidden={place > 1}
        suggestions={suggestions}
        placeholder="spidernet.io/sriov_netdevice"
      />
      <NumberTextField
        name={`${name}.count`}
        label={t('resource.count')}
        labelHidden={place > 1}
        min={1}
        help={max === undefined ? undefined : t('resource.max', { max })}
      />
    </Row>
  );
}

/** What the attachments of the container NICs need: written on the first container by the NIC step. */
function NicResources() {
  const t = useText();
  const needed = useWatch<Draft, 'network.deviceResources'>({ name: 'network.deviceResources' });
  return (
    <LockedRows
      rows={needed.map(({ name, count }) => ({ key: name, value: count, reason: t('resource.fromNics') }))}
    />
  );
}
