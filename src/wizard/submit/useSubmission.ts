import { useEffect, useRef, useState } from 'react';
import type { Draft } from '../../domain/workload/draft.ts';
import type { ManifestDocuments } from '../../domain/workload/manifest-document.ts';
import { useHost } from '../../host/HostContext.tsx';
import { afterRehearsal, asksFirst, rehearseObjects, type RehearsedObject } from './rehearsal.ts';
import { startOf, submitObjects, type ObjectProgress } from './submission.ts';
import { submitApi } from './submit-api.ts';
import { submittedObjects } from './submitted-objects.ts';

/** What was sent, and how far it came. */
export interface Submission {
  /** `check` ends with the rehearsal. */
  readonly purpose: 'check' | 'create';
  readonly draft: Draft;
  readonly documents: ManifestDocuments;
  readonly progress: readonly ObjectProgress[];
  /** What the API server said before anything was created, of the objects that were due. */
  readonly rehearsal: readonly RehearsedObject[];
}

/** Where a submission begins: with nothing, or with what an earlier visit of the page has made. */
export interface SubmissionOrigin {
  /** Under whose name objects are created. */
  readonly manager: string;
  /** What was made, as far as the cluster confirms it. */
  readonly earlier: Submission | undefined;
}

export interface Submitter {
  /** The last submission, running or ended, of this visit or else of an earlier one; `undefined` before the first. */
  readonly last: Submission | undefined;
  /** What runs now. */
  readonly busy: Submission['purpose'] | undefined;
  /**
   * Rehearses what is missing, and with purpose `create` creates it; a check always asks the cluster. A second click
   * while it runs changes nothing.
   */
  readonly submit: (purpose: Submission['purpose'], draft: Draft, documents: ManifestDocuments) => void;
}

/**
 * @param onEnd told once for each submission, when it has come as far as it can; `left` when the page is gone by then
 */
export function useSubmission(
  cluster: string,
  { manager, earlier }: SubmissionOrigin,
  onEnd: (submission: Submission, left: boolean) => void,
): Submitter {
  const host = useHost();
  const [sent, setLast] = useState<Submission>();
  const last = sent ?? earlier;
  const [busy, setBusy] = useState<Submission['purpose']>();
  const running = useRef(false);
  const present = usePresence();
  const run = async (next: Pick<Submission, 'purpose' | 'draft' | 'documents'>) => {
    const api = submitApi(host, cluster, manager);
    const start = startOf(submittedObjects(next.documents), last?.progress ?? []).map(rehearsing);
    setLast({ ...next, progress: start, rehearsal: [] });
    const due = start.filter(({ state }) => state.phase === 'rehearsing').map(({ object }) => object);
    const before = last?.rehearsal ?? [];
    const known = next.purpose === 'check' ? [] : before;
    const rehearsal = await rehearseObjects(due, known, api, Date.now());
    const report = (progress: readonly ObjectProgress[]) => setLast({ ...next, progress, rehearsal });
    const rehearsed = afterRehearsal(start, rehearsal);
    report(rehearsed);
    const stops =
      next.purpose === 'check' ||
      rehearsed.some(({ state }) => state.phase === 'refused') ||
      asksFirst(rehearsal, before);
    const progress = stops ? rehearsed : await submitObjects(rehearsed, api, report);
    // Before the end is told: the form must take the focus again.
    setBusy(undefined);
    running.current = false;
    onEnd({ ...next, progress, rehearsal }, !present.current);
  };
  return {
    last,
    busy,
    submit: (purpose, draft, documents) => {
      if (running.current) return;
      running.current = true;
      setBusy(purpose);
      run({ purpose, draft, documents }).catch((cause: unknown) => {
        // A fault of ours: it belongs to the boundary around the page, not to the person who clicked.
        setLast(() => {
          throw cause;
        });
      });
    },
  };
}

function rehearsing(item: ObjectProgress): ObjectProgress {
  return item.state.phase === 'waiting' ? { ...item, state: { phase: 'rehearsing' } } : item;
}

/** Whether the component is still on the page, for work that outlives it. */
function usePresence(): { readonly current: boolean } {
  const present = useRef(true);
  useEffect(() => {
    present.current = true;
    return () => {
      present.current = false;
    };
  }, []);
  return present;
}
