import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { newDraft } from '../../domain/workload/new-draft.ts';
import { useHost } from '../../host/HostContext.tsx';
import { createLitNic, LitNicProvider } from '../../ui/lit-nic.ts';
import { DraftInsight } from './DraftInsight.tsx';
import { useDraftResolver } from './draft-resolver.ts';
import { draftKey, readStoredDraft } from './stored-draft.ts';
import { useAutosave } from './useAutosave.ts';
import { WizardFrame } from './WizardFrame.tsx';

interface DeploymentWizardProps {
  readonly cluster: string;
  readonly view: ClusterView;
  readonly onStartOver: () => void;
}

const defaultNamespace = 'default';

/** The form of the wizard: one for all steps, kept in the tab until it is created. */
export function DeploymentWizard({ cluster, view, onStartOver }: DeploymentWizardProps) {
  const { storage } = useHost();
  const [search] = useSearchParams();
  const [stored] = useState(() => readStoredDraft(storage.get(draftKey(cluster))));
  const [lit] = useState(createLitNic);
  const resolver = useDraftResolver(view);
  const form = useForm<Draft>({
    defaultValues: stored?.draft ?? newDraft({ namespace: search.get('namespace') ?? defaultNamespace }),
    resolver,
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const autosave = useAutosave(form, cluster, stored?.madeBy);
  const startOver = () => {
    autosave.forget();
    onStartOver();
  };
  return (
    <FormProvider {...form}>
      <LitNicProvider value={lit}>
        <DraftInsight view={view}>
          <WizardFrame
            cluster={cluster}
            view={view}
            restored={stored}
            onStartOver={startOver}
            onPartly={autosave.keepMade}
            onCreated={autosave.forget}
          />
        </DraftInsight>
      </LitNicProvider>
    </FormProvider>
  );
}
