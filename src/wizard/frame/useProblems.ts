import { useMemo } from 'react';
import { useFormState } from 'react-hook-form';
import type { Step } from '../../domain/checks/steps.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { useText, type Translate } from '../../i18n/useText.ts';
import { useFindingText } from '../../ui/useFindingText.ts';
import { isAsSent, rejectionsOf, standingRejections, type Rejection } from '../submit/rejections.ts';
import { warningsOf } from '../submit/server-warnings.ts';
import type { Submission } from '../submit/useSubmission.ts';
import type { FixActions } from '../fix-actions.ts';
import { useInsight } from './insight-context.ts';
import { isShown, type Problem } from './shown-problems.ts';
import { useSame } from './useSame.ts';

export interface Problems {
  /** Everything to show as wrong now: what the cluster refused or warned of first, then what the checks find. */
  readonly problems: readonly Problem[];
  /** What keeps the draft from being sent. */
  readonly blocking: Blocking;
  /** The cluster refused fields, and each of them has another value now. */
  readonly mended: boolean;
}

/** How many errors the checks find: those that are shown, and the fields whose errors wait until somebody was there. */
export interface Blocking {
  readonly errors: number;
  readonly waiting: number;
}

/**
 * @param visited the steps that were left or tried
 * @param left the fields of the NIC step that were left
 * @param last the last submission: what the cluster refused of it counts as long as it stands in the form
 * @param fixes what ends a finding
 */
export function useProblems(
  visited: ReadonlySet<Step>,
  left: ReadonlySet<string>,
  last: Submission | undefined,
  fixes: FixActions,
): Problems {
  const t = useText();
  const findingText = useFindingText();
  const { draft, findings } = useInsight();
  const { touchedFields, dirtyFields } = useFormState<Draft>();
  const rejections = useMemo(() => (last === undefined ? [] : rejectionsOf(last)), [last]);
  const standing = last === undefined ? [] : standingRejections(rejections, last.draft, draft);
  const warned = useMemo(() => (last === undefined ? [] : warningsOf(last)), [last]).flatMap(
    ({ path, message }): Problem[] => {
      if (path === undefined || last === undefined || !isAsSent(path, last.draft, draft)) return [];
      return [{ path, severity: 'warning', text: t('submit.warned', { message }) }];
    },
  );
  const progress = { revealed: visited, touched: touchedFields, dirty: dirtyFields, left };
  const shown = findings.filter((finding) => isShown(finding, draft, progress));
  const waiting = findings.filter((finding) => !shown.includes(finding));
  const found = shown.map((finding): Problem => {
    const { path, severity } = finding;
    const words = fixes.words(finding);
    const fix = words === undefined ? {} : { fix: t(`fix.${words.label}`, words.params) };
    return { path, severity, text: findingText(finding), finding, ...fix };
  });
  return {
    problems: useSame([...standing.map((rejection) => problemOf(rejection, t)), ...warned, ...found]),
    blocking: {
      errors: shown.filter(({ severity }) => severity === 'error').length,
      waiting: new Set(waiting.map(({ path }) => path)).size,
    },
    mended: rejections.length > 0 && standing.length === 0,
  };
}

function problemOf({ path, reason }: Rejection, t: Translate): Problem {
  switch (reason.kind) {
    case 'exists': {
      const { kind, name, namespace } = reason.object;
      return { path, severity: 'error', text: t('submit.nameExists', { kind, name, namespace }) };
    }
    case 'cause':
      return { path, severity: 'error', text: t('submit.refused', { message: reason.message }) };
  }
}
