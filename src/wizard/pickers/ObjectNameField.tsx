import { useWatch } from 'react-hook-form';
import type { KubernetesObject, Resource, Stored } from '../../cluster/resources.ts';
import { useList, type ListFilter } from '../../cluster/useList.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import type { FieldTexts } from '../../ui/fields/FieldFrame.tsx';
import { SelectField } from '../../ui/fields/SelectField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import type { TextPath } from '../../ui/fields/useField.ts';
import { useText } from '../../i18n/useText.ts';
import { useWizard } from '../frame/wizard-context.ts';

interface ObjectNameFieldProps extends FieldTexts {
  readonly name: TextPath;
  readonly resource: Resource<Stored<KubernetesObject>>;
  readonly fieldSelector?: string;
  readonly placeholder?: string;
}

/**
 * The name of an object in the workload's namespace: chosen from those that are there, or typed where they may not
 * be listed. A name that is not there is kept, and said to be missing.
 */
export function ObjectNameField(props: ObjectNameFieldProps) {
  const { name, resource, fieldSelector, placeholder, ...texts } = props;
  const t = useText();
  const { cluster } = useWizard();
  const [namespace, value] = useWatch<Draft, ['basics.namespace', TextPath]>({
    name: ['basics.namespace', name],
  });
  const filter: ListFilter = {
    namespace,
    enabled: namespace !== '',
    fieldSelector,
  };
  const { items, state } = useList(cluster, resource, filter);
  if (state.phase === 'forbidden' || state.phase === 'failed' || state.phase === 'absent') {
    const help =
      state.phase === 'forbidden' ? t('objects.forbidden', { kind: resource.kind }) : t('objects.unread');
    return <TextField name={name} mono {...texts} help={help} />;
  }
  const known = items.map((item) => item.metadata.name).toSorted();
  const missing = state.phase !== 'listing' && value !== '' && !known.includes(value);
  return (
    <SelectField
      name={name}
      search
      loading={state.phase === 'listing'}
      options={known.map((item) => ({ value: item, label: item }))}
      placeholder={placeholder ?? t('objects.choose')}
      {...texts}
      help={missing ? t('objects.missing', { kind: resource.kind, namespace }) : texts.help}
    />
  );
}
