import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Draft } from '../../domain/workload/draft.ts';
import { writeDraft } from '../../domain/workload/draft-document.ts';
import { useHost } from '../../host/HostContext.tsx';
import { newManager } from './submission-manager.ts';
import { submitApi } from './submit-api.ts';
import { submittedObjects } from './submitted-objects.ts';
import type { Submission, SubmissionOrigin } from './useSubmission.ts';

/** A draft of an earlier visit, and who made its Deployment in case its Service was not made. */
interface Restored {
  readonly draft: Draft;
  readonly madeBy?: string;
}

/**
 * A new start, or where an earlier visit of the page stopped half-way: the Deployment that it made counts as created when
 * the cluster still has it and knows its maker. Where the cluster cannot say, the creation itself finds out.
 */
export function useSubmissionOrigin(cluster: string, restored: Restored | undefined): SubmissionOrigin {
  const host = useHost();
  const [manager] = useState(() => restored?.madeBy ?? newManager());
  const made = useMemo(
    () => (restored?.madeBy === undefined ? undefined : asSubmitted(restored.draft)),
    [restored],
  );
  const deployment = made?.progress.find(({ state }) => state.phase === 'created')?.object;
  const { data: existing } = useQuery({
    queryKey: ['submitted', cluster, manager],
    queryFn: deployment === undefined ? skipToken : () => submitApi(host, cluster, manager).find(deployment),
    staleTime: Infinity,
  });
  return { manager, earlier: existing === 'ours' ? made : undefined };
}

/** The submission as it ended: the Deployment created, its Service not. */
function asSubmitted(draft: Draft): Submission {
  const documents = writeDraft([], draft);
  const progress = submittedObjects(documents).map((object): Submission['progress'][number] => ({
    object,
    state: object.kind === 'Deployment' ? { phase: 'created', warnings: [] } : { phase: 'waiting' },
  }));
  return { purpose: 'create', draft, documents, progress, rehearsal: [] };
}
