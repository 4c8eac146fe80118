import { useCallback, useMemo, useState } from 'react';
import { useFormContext, type FieldPath, type FieldPathValue } from 'react-hook-form';
import type { Finding } from '../../domain/checks/finding.ts';
import { fixOf } from '../../domain/checks/fixes/fix-of.ts';
import { fixWords } from '../../domain/checks/fixes/fix-words.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { changedFields } from '../../domain/workload/draft-path.ts';
import type { FixActions } from '../fix-actions.ts';
import { useInsight } from './insight-context.ts';

/** The fixes of what is found in the wizard's form. */
export function useFixes(view: ClusterView): FixActions {
  const { draft } = useInsight();
  const { getValues, setValue } = useFormContext<Draft>();
  const [words] = useState(fixWords);
  const apply = useCallback(
    (finding: Finding) => {
      const now = getValues();
      const fix = fixOf(finding, now, view);
      if (fix === undefined) return;
      for (const { path, value } of formFields(now, fix.draft)) {
        setValue(path, value as FieldPathValue<Draft, typeof path>, { shouldDirty: true });
      }
    },
    [view, getValues, setValue],
  );
  return useMemo(
    () => ({ words: (finding) => words(finding, draft, view), apply }),
    [words, draft, view, apply],
  );
}

/** The fields of the form that differ; the NICs are one field of it. */
function formFields(
  before: Draft,
  after: Draft,
): readonly { readonly path: FieldPath<Draft>; readonly value: unknown }[] {
  const changes = changedFields(before, after);
  const isNics = ({ path }: { path: string }): boolean => path.startsWith('network.');
  return [
    ...changes
      .filter((change) => !isNics(change))
      .map(({ path, value }) => ({ path: path as FieldPath<Draft>, value })),
    ...(changes.some(isNics) ? [{ path: 'network' as const, value: after.network }] : []),
  ];
}
