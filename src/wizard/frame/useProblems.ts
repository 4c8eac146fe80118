import { useMemo } from 'react';
import { useFormState } from 'react-hook-form';
import type { Step } from '../../domain/checks/steps.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { useText } from '../../i18n/useText.ts';
import { useFindingText } from '../../ui/useFindingText.ts';
import { rejectionsOf, standingRejections } from '../submit/rejections.ts';
import type { Submission } from '../submit/useSubmission.ts';
import { useInsight } from './insight-context.ts';
import { isShown, type Problem } from './shown-problems.ts';

/** Everything to show as wrong now: what the cluster refused first, then what the checks find. */
export function useProblems(visited: ReadonlySet<Step>, last: Submission | undefined): readonly Problem[] {
  const t = useText();
  const findingText = useFindingText();
  const { draft, findings } = useInsight();
  const { touchedFields, dirtyFields } = useFormState<Draft>();
  const rejections = useMemo(() => (last === undefined ? [] : rejectionsOf(last)), [last]);
  const refused =
    last === undefined
      ? []
      : standingRejections(rejections, last.draft, draft).map(({ path, reason }): Problem => ({
          path,
          severity: 'error',
          text:
            reason.kind === 'exists'
              ? t('submit.nameExists', { ...reason.object, body: '' })
              : t('submit.refused', { message: reason.message }),
        }));
  const progress = { revealed: visited, touched: touchedFields, dirty: dirtyFields };
  const found = findings.flatMap((finding): Problem[] => {
    const { path, severity } = finding;
    if (severity === 'note' || !isShown(finding, progress)) return [];
    return [{ path, severity, text: findingText(finding) }];
  });
  return [...refused, ...found];
}
