import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { allFindings } from '../../domain/checks/all-findings.ts';
import type { Finding } from '../../domain/checks/finding.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { writeDraft } from '../../domain/workload/draft-document.ts';
import { useHost } from '../../host/HostContext.tsx';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { rejectionsOf } from '../submit/rejections.ts';
import { useSubmission, type Submission } from '../submit/useSubmission.ts';
import { useSubmissionOrigin } from '../submit/useSubmissionOrigin.ts';
import { areAccepted, hasNewWarning, warningsOf, type AskedWarnings } from './accepted-warnings.ts';
import { useInsight } from './insight-context.ts';
import type { StoredDraft } from './stored-draft.ts';

interface CreateOptions {
  readonly cluster: string;
  readonly view: ClusterView;
  /** The draft that was taken up again. */
  readonly restored: StoredDraft | undefined;
  /** The Deployment is there and its Service is not; the manager is who made it. */
  readonly onPartly: (manager: string) => void;
  /** Everything is there; the draft is not needed any more. */
  readonly onCreated: () => void;
  /** A field is wrong: the first one. */
  readonly onWrongField: (path: string) => void;
  /** The cluster stopped it for a reason that no field has. */
  readonly onStopped: () => void;
  /** There are warnings that nobody has seen yet. */
  readonly onWarnings: () => void;
}

export interface Create {
  readonly last: Submission | undefined;
  /** What runs now. */
  readonly busy: Submission['purpose'] | undefined;
  /** The Deployment is there, its Service is not. */
  readonly partly: boolean;
  /** Whether these findings have warnings, and all of them were asked about. */
  readonly accepts: (findings: readonly Finding[]) => boolean;
  readonly create: () => void;
  /** Asks the cluster whether it would create the objects, and creates none. */
  readonly check: () => void;
}

/**
 * The way from the form to the cluster: errors stop it, warnings ask once, then the objects are rehearsed and created.
 * At the end the Deployment's page opens; where the cluster refused a field, that field does. A check goes as far as
 * the rehearsal.
 */
export function useCreate(options: CreateOptions): Create {
  const { cluster, view, restored, onPartly, onCreated, onWrongField, onStopped, onWarnings } = options;
  const t = useText();
  const host = useHost();
  const navigate = useNavigate();
  const { handleSubmit, getValues } = useFormContext<Draft>();
  const { documents } = useInsight();
  const origin = useSubmissionOrigin(cluster, restored);
  const [asked, setAsked] = useState<AskedWarnings>(new Set());

  const onEnd = (submission: Submission, left: boolean) => {
    const { progress, draft } = submission;
    const { name, namespace } = draft.basics;
    const missing = progress.find(({ state }) => state.phase !== 'created');
    if (submission.purpose === 'check' || missing !== undefined) {
      if (isPartly(submission)) onPartly(origin.manager);
      const [rejection] = rejectionsOf(submission);
      if (!left && rejection !== undefined) onWrongField(rejection.path);
      else if (!left) onStopped();
      else if (submission.purpose === 'create' && missing !== undefined)
        host.notify(
          'error',
          t('submit.notCreated', { kind: missing.object.kind, name: missing.object.name }),
        );
      return;
    }
    onCreated();
    host.notify('success', t('submit.done', { name, namespace }));
    for (const { object, state } of progress) {
      if (state.phase !== 'created' || state.warnings.length === 0) continue;
      host.notify('warning', t('submit.warnings', { kind: object.kind }), state.warnings.join('\n'));
    }
    if (!left) void navigate(paths.deployment(cluster, namespace, name), { replace: true });
  };
  const { last, busy, submit } = useSubmission(cluster, origin, onEnd);

  const onValid = (draft: Draft) => {
    const findings = allFindings(draft, view);
    if (hasNewWarning(findings, asked)) {
      setAsked(warningsOf(findings));
      onWarnings();
      return;
    }
    submit('create', draft, writeDraft(documents, draft));
  };
  const onInvalid = () => {
    const first = allFindings(getValues(), view).find(({ severity }) => severity === 'error');
    if (first !== undefined) onWrongField(first.path);
  };
  return {
    last,
    busy,
    partly: busy === undefined && isPartly(last),
    accepts: (findings) => areAccepted(findings, asked),
    create: () => void handleSubmit(onValid, onInvalid)(),
    check: () =>
      void handleSubmit((draft) => submit('check', draft, writeDraft(documents, draft)), onInvalid)(),
  };
}

function isPartly(last: Submission | undefined): boolean {
  const phases = last?.progress.map(({ state }) => state.phase) ?? [];
  return phases.includes('created') && phases.some((phase) => phase !== 'created');
}
