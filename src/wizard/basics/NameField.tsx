import { useFormContext, useWatch } from 'react-hook-form';
import { Link } from 'react-router';
import { resources } from '../../cluster/resources.ts';
import { useList } from '../../cluster/useList.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { paths } from '../../host/paths.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../i18n/useText.ts';
import { useWizard } from '../frame/wizard-context.ts';
import { followedService } from './followed-service.ts';
import { TakenNote } from './TakenNote.tsx';

/** The name of the workload. Says at once when a Deployment of that name is there already. */
export function NameField() {
  const t = useText();
  const { cluster, view, identityLocked } = useWizard();
  const { getValues, setValue } = useFormContext<Draft>();
  const [name, namespace] = useWatch<Draft, ['basics.name', 'basics.namespace']>({
    name: ['basics.name', 'basics.namespace'],
  });
  const deployments = useList(cluster, resources.deployments, {
    namespace,
    enabled: !identityLocked && isKnownNamespace(view, namespace),
  });
  const taken = deployments.items.some((item) => item.metadata.name === name);
  const existing = <Link to={paths.deployment(cluster, namespace, name)}>{t('submit.openExisting')}</Link>;
  return (
    <TextField
      name="basics.name"
      label={t('basics.name')}
      required
      mono
      placeholder={t('basics.namePlaceholder')}
      onEdit={(_, before) => {
        const draft = getValues();
        const service = followedService(draft, before);
        if (service !== draft.service) setValue('service', service);
      }}
      disabledReason={identityLocked ? t('basics.identityLocked') : undefined}
      remedy={taken ? existing : undefined}
      help={
        taken ? (
          <TakenNote>
            {t('basics.nameTaken', { name, namespace })} {existing}
          </TakenNote>
        ) : (
          t('basics.nameHelp')
        )
      }
    />
  );
}

/** A namespace that is still being typed is no reason to ask the cluster. */
function isKnownNamespace(view: ClusterView, namespace: string): boolean {
  return view.namespaces.state === 'known' && view.namespaces.value.some((item) => item.name === namespace);
}
