import { useMemo, useRef, useState } from 'react';
import type { ClusterView } from '../../domain/cluster-view.ts';
import { useText } from '../../i18n/useText.ts';
import { FieldProblemsProvider } from '../../ui/fields/field-problems.ts';
import { ProgressList } from '../submit/ProgressList.tsx';
import { SubmissionNote } from '../submit/SubmissionNote.tsx';
import { FixActionsProvider } from '../fix-actions.ts';
import { useInsight } from './insight-context.ts';
import { firstPlaceOf } from './place.ts';
import { Preview } from './Preview.tsx';
import { ProblemPanel } from './ProblemPanel.tsx';
import { RestoredNote } from './RestoredNote.tsx';
import { errorsUnder, problemsByField } from './shown-problems.ts';
import { StepBar } from './StepBar.tsx';
import { StepContent } from './StepContent.tsx';
import { stepStates } from './step-states.ts';
import { useCreate, type Create } from './useCreate.ts';
import { useFixes } from './useFixes.ts';
import { useProblems } from './useProblems.ts';
import { useSteps } from './useSteps.ts';
import { WizardFooter } from './WizardFooter.tsx';
import { WizardLayout } from './WizardLayout.tsx';
import { useSame } from './useSame.ts';
import { WizardProvider, type WizardScope } from './wizard-context.ts';

interface WizardFrameProps {
  readonly cluster: string;
  readonly view: ClusterView;
  /** When the restored draft was kept (milliseconds); `undefined` for a fresh one. */
  readonly restoredAt: number | undefined;
  readonly onStartOver: () => void;
  readonly onCreated: () => void;
}

/** The wizard around its steps: where it is, what is wrong, the preview, and the way to the cluster. */
export function WizardFrame({ cluster, view, restoredAt, onStartOver, onCreated }: WizardFrameProps) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [panelOpen, setPanelOpen] = useState(false);
  const { findings } = useInsight();
  const steps = useSteps(view, scroller);
  const { place, go, jump } = steps;
  const create = useCreate({
    cluster,
    view,
    onCreated,
    onWrongField: (path) => {
      steps.visitAll();
      jump(path);
    },
    onStopped: () => scroller.current?.scrollTo?.(0, 0),
    onWarnings: () => setPanelOpen(true),
  });
  const { last, busy } = create;
  const fixes = useFixes(view);
  const { apply } = fixes;
  const { problems, mended } = useProblems(steps.visited, last, fixes);
  const startOver = () => {
    go(firstPlaceOf('basics'));
    onStartOver();
  };
  const fieldProblems = useMemo(() => problemsByField(problems, apply), [problems, apply]);
  const states = useSame(stepStates(place.step, findings, problems, steps.visited));
  const scope = useMemo(
    (): WizardScope => ({
      cluster,
      view,
      place,
      go,
      jump,
      visited: steps.visited,
      errorsUnder: (prefix) => errorsUnder(problems, prefix),
      identityLocked: create.partly,
    }),
    [cluster, view, place, go, jump, steps.visited, problems, create.partly],
  );
  return (
    <FieldProblemsProvider value={fieldProblems}>
      <WizardProvider value={scope}>
        <FixActionsProvider value={fixes}>
          <WizardLayout
            scroller={scroller}
            busy={busy}
            bar={<StepBar states={states} onPick={steps.pick} />}
            preview={<Preview />}
            footer={
              <WizardFooter
                onBack={steps.back}
                onNext={steps.next}
                create={{ label: t(createLabel(create, findings)), busy, onCreate: create.create }}
              >
                {busy && last !== undefined ? (
                  <ProgressList progress={last.progress} />
                ) : (
                  <ProblemPanel
                    problems={problems}
                    open={panelOpen}
                    asked={create.accepts(findings)}
                    onOpen={setPanelOpen}
                    onJump={jump}
                    onFix={apply}
                  />
                )}
              </WizardFooter>
            }
          >
            {restoredAt !== undefined && <RestoredNote savedAt={restoredAt} onStartOver={startOver} />}
            {last !== undefined && !busy && (
              <SubmissionNote
                cluster={cluster}
                submission={last}
                mended={mended}
                onRetry={create.create}
                onRename={jump}
              />
            )}
            <StepContent place={place} />
          </WizardLayout>
        </FixActionsProvider>
      </WizardProvider>
    </FieldProblemsProvider>
  );
}

function createLabel(create: Create, findings: Parameters<Create['accepts']>[0]) {
  if (create.partly) return 'submit.createMissing';
  return create.accepts(findings) ? 'submit.createAnyway' : 'submit.create';
}
