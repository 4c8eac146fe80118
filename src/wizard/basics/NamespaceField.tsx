import type { ClusterView } from '../../domain/cluster-view.ts';
import { SelectField } from '../../ui/fields/SelectField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../i18n/useText.ts';
import { useWizard } from '../frame/wizard-context.ts';

/** The namespace: chosen from those of the cluster, or typed where they may not be listed. */
export function NamespaceField() {
  const t = useText();
  const { view, identityLocked } = useWizard();
  const texts = {
    name: 'basics.namespace',
    label: t('word.namespace'),
    required: true,
    disabledReason: identityLocked ? t('basics.identityLocked') : undefined,
  } as const;
  const { namespaces } = view;
  if (namespaces.state === 'known' || namespaces.state === 'loading') {
    return (
      <SelectField
        {...texts}
        search
        loading={namespaces.state === 'loading'}
        placeholder={t('basics.namespacePlaceholder')}
        options={namespaceOptions(namespaces, t('basics.namespaceTerminating'))}
      />
    );
  }
  return (
    <TextField
      {...texts}
      mono
      help={namespaces.state === 'forbidden' ? t('basics.namespaceForbidden') : t('basics.namespaceUnknown')}
    />
  );
}

function namespaceOptions(namespaces: ClusterView['namespaces'], terminating: string) {
  const items = namespaces.state === 'known' ? namespaces.value : [];
  return items
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ name, terminating: ending }) => ({
      value: name,
      label: name,
      disabledReason: ending ? terminating : undefined,
    }));
}
