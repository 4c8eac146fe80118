import { useEffect, useRef, useState } from 'react';
import { ApiFailure } from '../../cluster/api-error.ts';
import { createObject, getObject } from '../../cluster/requests.ts';
import { resources, type KubernetesObject, type Resource, type Stored } from '../../cluster/resources.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import type { ManifestDocuments } from '../../domain/workload/manifest-document.ts';
import { useHost } from '../../host/HostContext.tsx';
import type { Host } from '../../host/host.ts';
import {
  startOf,
  submitObjects,
  type ObjectProgress,
  type SubmitApi,
  type SubmittedKind,
} from './submission.ts';
import { isMadeBy } from './submission-manager.ts';
import { submittedObjects } from './submitted-objects.ts';

/** What was sent, and how far it came. */
export interface Submission {
  readonly draft: Draft;
  readonly documents: ManifestDocuments;
  readonly progress: readonly ObjectProgress[];
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
  readonly busy: boolean;
  /** Creates what is missing. Does nothing while a submission runs: a second click changes nothing. */
  readonly submit: (draft: Draft, documents: ManifestDocuments) => void;
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
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const present = usePresence();
  const run = async (next: Omit<Submission, 'progress'>) => {
    const start = startOf(submittedObjects(next.documents), last?.progress ?? []);
    const report = (progress: readonly ObjectProgress[]) => setLast({ ...next, progress });
    report(start);
    const progress = await submitObjects(start, submitApi(host, cluster, manager), report);
    // Before the end is told: the form must take the focus again.
    setBusy(false);
    running.current = false;
    onEnd({ ...next, progress }, !present.current);
  };
  return {
    last,
    busy,
    submit: (draft, documents) => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      run({ draft, documents }).catch((cause: unknown) => {
        // A fault of ours: it belongs to the boundary around the page, not to the person who clicked.
        setLast(() => {
          throw cause;
        });
      });
    },
  };
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

const resourceOf: Readonly<Record<SubmittedKind, Resource<Stored<KubernetesObject>>>> = {
  Deployment: resources.deployments,
  Service: resources.services,
};

/** The submission's own view of the cluster, writing as `fieldManager`. */
export function submitApi(host: Host, cluster: string, fieldManager: string): SubmitApi {
  return {
    create: async ({ kind, namespace, body }) =>
      (await createObject(host, cluster, resourceOf[kind], namespace, body, { fieldManager })).warnings,
    find: async ({ kind, namespace, name }) => {
      try {
        const found = await getObject(host, cluster, resourceOf[kind], namespace, name);
        return isMadeBy(found, fieldManager) ? 'ours' : 'other';
      } catch (cause) {
        if (cause instanceof ApiFailure && cause.error.status === 404) return 'none';
        throw cause;
      }
    },
  };
}
