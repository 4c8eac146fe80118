import { useMemo } from 'react';
import type { Resolver } from 'react-hook-form';
import { allFindings } from '../../domain/checks/all-findings.ts';
import { toFormErrors } from '../../domain/checks/form-errors.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import type { Draft } from '../../domain/workload/draft.ts';

/**
 * The gate of Submit: a draft passes when the checks find no error. What the fields show comes from the same checks
 * by `DraftInsight`, because a finding may change without any field: when the cluster does.
 */
export function draftResolver(view: ClusterView): Resolver<Draft> {
  return (draft) => {
    const errors = toFormErrors(allFindings(draft, view));
    return Object.keys(errors).length === 0 ? { values: draft, errors: {} } : { values: {}, errors };
  };
}

export function useDraftResolver(view: ClusterView): Resolver<Draft> {
  return useMemo(() => draftResolver(view), [view]);
}
