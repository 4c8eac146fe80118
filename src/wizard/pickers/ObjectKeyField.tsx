import { useWatch } from 'react-hook-form';
import { resources } from '../../cluster/resources.ts';
import { useList } from '../../cluster/useList.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import type { FieldTexts } from '../../ui/fields/FieldFrame.tsx';
import { SuggestField } from '../../ui/fields/SuggestField.tsx';
import type { TextPath } from '../../ui/fields/useField.ts';
import { useText } from '../../i18n/useText.ts';
import { useWizard } from '../frame/wizard-context.ts';

interface ObjectKeyFieldProps extends FieldTexts {
  readonly name: TextPath;
  /** The field that holds the name of the ConfigMap or Secret. */
  readonly objectName: TextPath;
  readonly kind: 'ConfigMap' | 'Secret';
}

/** A key of a ConfigMap or Secret: those it has are suggested, any may be typed. */
export function ObjectKeyField({ name, objectName, kind, ...texts }: ObjectKeyFieldProps) {
  const t = useText();
  const { cluster } = useWizard();
  const [namespace, object] = useWatch<Draft, ['basics.namespace', TextPath]>({
    name: ['basics.namespace', objectName],
  });
  const scope = { namespace, enabled: namespace !== '' };
  const configMaps = useList(cluster, resources.configMaps, {
    ...scope,
    enabled: scope.enabled && kind === 'ConfigMap',
  });
  const secrets = useList(cluster, resources.secrets, {
    ...scope,
    enabled: scope.enabled && kind === 'Secret',
  });
  const list = kind === 'ConfigMap' ? configMaps.items : secrets.items;
  const keys = Object.keys(list.find((item) => item.metadata.name === object)?.data ?? {});
  return (
    <SuggestField
      name={name}
      placeholder={t('field.key')}
      suggestions={keys.toSorted().map((key) => ({ value: key, label: key }))}
      {...texts}
    />
  );
}
