import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { useHost } from '../../host/HostContext.tsx';
import { createLitNic, LitNicProvider } from '../nic/lit-nic.ts';
import { DraftInsight } from './DraftInsight.tsx';
import { useDraftResolver } from './draft-resolver.ts';
import { startingDraft } from './starting-draft.ts';
import { draftKey, readStoredDraft } from './stored-draft.ts';
import { useAutosave } from './useAutosave.ts';
import { WizardFrame } from './WizardFrame.tsx';

interface DeploymentWizardProps {
  readonly cluster: string;
  readonly view: ClusterView;
  readonly onStartOver: () => void;
}

/** The form of the wizard: one for all steps, kept in the tab until it is created. */
export function DeploymentWizard({ cluster, view, onStartOver }: DeploymentWizardProps) {
  const { storage } = useHost();
  const [search] = useSearchParams();
  const [stored] = useState(() => readStoredDraft(storage.get(draftKey(cluster))));
  const [start] = useState(() => startingDraft(search, stored, view));
  const [lit] = useState(createLitNic);
  const resolver = useDraftResolver(view);
  const form = useForm<Draft>({
    defaultValues: start.draft,
    resolver,
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const autosave = useAutosave(form, cluster);
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
            restoredAt={stored?.savedAt}
            linked={start.linked}
            onStartOver={startOver}
            onCreated={autosave.forget}
          />
        </DraftInsight>
      </LitNicProvider>
    </FormProvider>
  );
}
