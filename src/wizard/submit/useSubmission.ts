import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
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
import { submittedObjects } from './submitted-objects.ts';

/** What was sent, and how far it came. */
export interface Submission {
  readonly draft: Draft;
  readonly documents: ManifestDocuments;
  readonly progress: readonly ObjectProgress[];
}

const resourceOf: Readonly<Record<SubmittedKind, Resource<Stored<KubernetesObject>>>> = {
  Deployment: resources.deployments,
  Service: resources.services,
};

export interface Submitter {
  /** The last submission, running or ended; `undefined` before the first. */
  readonly last: Submission | undefined;
  readonly busy: boolean;
  /** Creates what is missing. Does nothing while a submission runs: a second click changes nothing. */
  readonly submit: (draft: Draft, documents: ManifestDocuments) => void;
}

/** @param onEnd told once for each submission, when it has come as far as it can */
export function useSubmission(cluster: string, onEnd: (submission: Submission) => void): Submitter {
  const host = useHost();
  const [last, setLast] = useState<Submission>();
  const running = useRef(false);
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ draft, documents }: Pick<Submission, 'draft' | 'documents'>) => {
      const start = startOf(submittedObjects(documents), last?.progress ?? []);
      setLast({ draft, documents, progress: start });
      const progress = await submitObjects(start, submitApi(host, cluster), (now) =>
        setLast({ draft, documents, progress: now }),
      );
      return { draft, documents, progress };
    },
    onSuccess: onEnd,
    onSettled: () => {
      running.current = false;
    },
  });
  return {
    last,
    busy: isPending,
    submit: (draft, documents) => {
      if (running.current) return;
      running.current = true;
      mutate({ draft, documents });
    },
  };
}

function submitApi(host: Host, cluster: string): SubmitApi {
  return {
    create: async ({ kind, namespace, body }) =>
      (await createObject(host, cluster, resourceOf[kind], namespace, body)).warnings,
    find: async ({ kind, namespace, name }) => {
      try {
        return await getObject(host, cluster, resourceOf[kind], namespace, name);
      } catch (cause) {
        if (cause instanceof ApiFailure && cause.error.status === 404) return undefined;
        throw cause;
      }
    },
  };
}
