import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { useHost } from '../../host/HostContext.tsx';
import { createLitNic, LitNicProvider } from '../../ui/lit-nic.ts';
import { DraftInsight } from './DraftInsight.tsx';
import { useDraftResolver } from './draft-resolver.ts';
import type { DraftStart } from './draft-start.ts';
import { linkedOver } from './linked-pool.ts';
import { baseOf, readStoredDraft } from './stored-draft.ts';
import { useAutosave } from './useAutosave.ts';
import { WizardFrame, type WizardFrameProps } from './WizardFrame.tsx';

interface DeploymentWizardProps {
  readonly cluster: string;
  readonly view: ClusterView;
  /** What an empty form of this kind says. Only what it is at first counts. */
  readonly start: DraftStart;
  readonly onStartOver: () => void;
}

/** The form of the wizard: one for all steps, kept in the tab until it is created. */
export function DeploymentWizard({ cluster, view, start, onStartOver }: DeploymentWizardProps) {
  const { storage } = useHost();
  const [{ storageKey, notes, copyOf, linked, draft }] = useState(start);
  const [stored] = useState(() => readStoredDraft(storage.get(storageKey)));
  const [base] = useState(() => (stored && baseOf(stored)) ?? start.base);
  const [lit] = useState(createLitNic);
  const resolver = useDraftResolver(view);
  const form = useForm<Draft>({
    defaultValues: stored?.draft ?? draft,
    resolver,
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  return (
    <FormProvider {...form}>
      <LitNicProvider value={lit}>
        <DraftInsight view={view} base={base}>
          <KeptFrame
            storageKey={storageKey}
            cluster={cluster}
            view={view}
            restored={stored}
            copy={copyOf === undefined ? undefined : { of: copyOf, notes }}
            linked={linkedOver(stored, linked)}
            onStartOver={onStartOver}
          />
        </DraftInsight>
      </LitNicProvider>
    </FormProvider>
  );
}

interface KeptFrameProps extends Omit<WizardFrameProps, 'onPartly' | 'onCreated'> {
  readonly storageKey: string;
}

/** Where the draft and its documents are there to be kept. */
function KeptFrame({ storageKey, onStartOver, ...frame }: KeptFrameProps) {
  const autosave = useAutosave(storageKey, frame.copy !== undefined, frame.restored?.madeBy);
  const startOver = () => {
    autosave.forget();
    onStartOver();
  };
  return (
    <WizardFrame
      {...frame}
      onStartOver={startOver}
      onPartly={autosave.keepMade}
      onCreated={autosave.forget}
    />
  );
}
