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
import { areAccepted, hasNewWarning, warningsOf, type AskedWarnings } from './accepted-warnings.ts';
import { useInsight } from './insight-context.ts';

interface CreateOptions {
  readonly cluster: string;
  readonly view: ClusterView;
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
  readonly busy: boolean;
  /** The Deployment is there, its Service is not. */
  readonly partly: boolean;
  /** Whether these findings have warnings, and all of them were asked about. */
  readonly accepts: (findings: readonly Finding[]) => boolean;
  readonly create: () => void;
}

/**
 * The way from the form to the cluster: errors stop it, warnings ask once, then the objects are created. At the end
 * the Deployment's page opens; where the cluster refused a field, that field does.
 */
export function useCreate(options: CreateOptions): Create {
  const { cluster, view, onCreated, onWrongField, onStopped, onWarnings } = options;
  const t = useText();
  const host = useHost();
  const navigate = useNavigate();
  const { handleSubmit, getValues } = useFormContext<Draft>();
  const { documents } = useInsight();
  const [asked, setAsked] = useState<AskedWarnings>(new Set());

  const onEnd = (submission: Submission, left: boolean) => {
    const { progress, draft } = submission;
    const { name, namespace } = draft.basics;
    const missing = progress.find(({ state }) => state.phase !== 'created');
    if (missing !== undefined) {
      const [rejection] = rejectionsOf(submission);
      if (left)
        host.notify(
          'error',
          t('submit.notCreated', { kind: missing.object.kind, name: missing.object.name }),
        );
      else if (rejection !== undefined) onWrongField(rejection.path);
      else onStopped();
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
  const { last, busy, submit } = useSubmission(cluster, onEnd);

  const onValid = (draft: Draft) => {
    const findings = allFindings(draft, view);
    if (hasNewWarning(findings, asked)) {
      setAsked(warningsOf(findings));
      onWarnings();
      return;
    }
    submit(draft, writeDraft(documents, draft));
  };
  const onInvalid = () => {
    const first = allFindings(getValues(), view).find(({ severity }) => severity === 'error');
    if (first !== undefined) onWrongField(first.path);
  };
  return {
    last,
    busy,
    partly: !busy && isPartly(last),
    accepts: (findings) => areAccepted(findings, asked),
    create: () => void handleSubmit(onValid, onInvalid)(),
  };
}

function isPartly(last: Submission | undefined): boolean {
  const phases = last?.progress.map(({ state }) => state.phase) ?? [];
  return phases.includes('created') && phases.some((phase) => phase !== 'created');
}
