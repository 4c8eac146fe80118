import { useMemo, useRef, useState } from 'react';
import type { ClusterView } from '../../domain/cluster-view.ts';
import { useText, type Translate } from '../../i18n/useText.ts';
import { FieldProblemsProvider } from '../../ui/fields/field-problems.ts';
import { ProgressList } from '../submit/ProgressList.tsx';
import { RehearsalNote } from '../submit/RehearsalNote.tsx';
import { SubmissionNote } from '../submit/SubmissionNote.tsx';
import { FixActionsProvider } from '../fix-actions.ts';
import { useLeftFields } from '../useLeftFields.ts';
import { CopyNote, type CopyNoteProps } from './CopyNote.tsx';
import { useInsight } from './insight-context.ts';
import type { LinkedPool } from './linked-pool.ts';
import { LinkedPoolNote } from './LinkedPoolNote.tsx';
import { focusTitle } from './focus-title.ts';
import { firstPlaceOf } from './place.ts';
import { Preview } from './Preview.tsx';
import { ProblemPanel } from './ProblemPanel.tsx';
import { RestoredNote } from './RestoredNote.tsx';
import { errorsUnder, problemsByField } from './shown-problems.ts';
import { StepBar } from './StepBar.tsx';
import { StepContent } from './StepContent.tsx';
import { stepStates } from './step-states.ts';
import type { StoredDraft } from './stored-draft.ts';
import { useCreate, type Create } from './useCreate.ts';
import { useFixes } from './useFixes.ts';
import { useProblems, type Blocking } from './useProblems.ts';
import { useSteps } from './useSteps.ts';
import { WizardFooter } from './WizardFooter.tsx';
import { WizardLayout } from './WizardLayout.tsx';
import { useSame } from './useSame.ts';
import { WizardProvider, type WizardScope } from './wizard-context.ts';

export interface WizardFrameProps {
  readonly cluster: string;
  readonly view: ClusterView;
  /** What was kept of an earlier visit; `undefined` for a fresh draft. */
  readonly restored: StoredDraft | undefined;
  /** Absent for a new workload. */
  readonly copy: CopyNoteProps | undefined;
  /** The pool of a link, and what became of it. */
  readonly linked: LinkedPool | undefined;
  readonly onStartOver: () => void;
  readonly onPartly: (manager: string) => void;
  readonly onCreated: () => void;
}

/** The wizard around its steps: where it is, what is wrong, the preview, and the way to the cluster. */
export function WizardFrame(props: WizardFrameProps) {
  const { cluster, view, restored, copy, linked, onStartOver, onPartly, onCreated } = props;
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const footer = useRef<HTMLElement>(null);
  const [panelOpen, setPanelOpen] = useState(false);
  const { findings } = useInsight();
  const steps = useSteps(view, scroller, copy !== undefined);
  const { place, go, jump } = steps;
  const create = useCreate({
    cluster,
    view,
    restored,
    onPartly,
    onCreated,
    onWrongField: (path) => {
      steps.visitAll();
      jump(path);
    },
    onStopped: () => scroller.current?.scrollTo?.(0, 0),
    onWarnings: () => setPanelOpen(true),
  });
  const { last } = create;
  const busy = create.busy !== undefined;
  const fixes = useFixes(view);
  const { apply } = fixes;
  const leftFields = useLeftFields();
  const { problems, blocking, mended } = useProblems(steps.visited, leftFields.left, last, fixes);
  const retry = () => {
    // The button goes while it runs, and leaves the focus to where the progress is.
    footer.current?.focus();
    create.create();
  };
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
      leftFields,
      errorsUnder: (prefix) => errorsUnder(problems, prefix),
      identityLocked: create.partly,
    }),
    [cluster, view, place, go, jump, steps.visited, leftFields, problems, create.partly],
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
                ref={footer}
                onBack={steps.back}
                onNext={steps.next}
                check={{
                  blocked: blockedText(blocking, t),
                  busy: create.busy === 'check',
                  onCheck: create.check,
                }}
                create={{
                  label: t(createLabel(create, findings)),
                  busy: create.busy === 'create',
                  onCreate: create.create,
                }}
              >
                {busy && last !== undefined ? (
                  <ProgressList progress={last.progress} rehearsal={last.rehearsal} />
                ) : (
                  <ProblemPanel
                    problems={problems}
                    waiting={blocking.waiting}
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
            {copy !== undefined && <CopyNote {...copy} />}
            {restored !== undefined && (
              <RestoredNote savedAt={restored.savedAt} ofCopy={copy !== undefined} onStartOver={startOver} />
            )}
            {linked !== undefined && <LinkedPoolNote linked={linked} go={go} />}
            {last !== undefined && !busy && (
              <SubmissionNote
                cluster={cluster}
                submission={last}
                mended={mended}
                onRetry={retry}
                onRename={jump}
              />
            )}
            {last !== undefined && !busy && (
              <RehearsalNote submission={last} onJump={jump} onClose={() => focusTitle(scroller.current)} />
            )}
            <StepContent place={place} />
          </WizardLayout>
        </FixActionsProvider>
      </WizardProvider>
    </FieldProblemsProvider>
  );
}

/** Why the cluster cannot be asked yet, in the numbers of the footer. */
function blockedText({ errors, waiting }: Blocking, t: Translate): string | undefined {
  const parts = [
    ...(errors > 0 ? [t('problems.errors', { count: errors })] : []),
    ...(waiting > 0 ? [t('problems.waiting', { count: waiting })] : []),
  ];
  return parts.length === 0 ? undefined : t('rehearsal.blocked', { what: parts.join(t('problems.and')) });
}

function createLabel(create: Create, findings: Parameters<Create['accepts']>[0]) {
  if (create.partly) return 'submit.createMissing';
  return create.accepts(findings) ? 'submit.createAnyway' : 'submit.create';
}
