import { ApiFailure, networkFailure } from '../../cluster/api-error.ts';
import { createObject, getObject, type Written } from '../../cluster/requests.ts';
import { resources, type KubernetesObject, type Resource, type Stored } from '../../cluster/resources.ts';
import type { Host } from '../../host/host.ts';
import type { RehearsalApi } from './rehearsal.ts';
import type { SubmitApi, SubmittedKind, SubmittedObject } from './submission.ts';
import { isMadeBy } from './submission-manager.ts';

/** A rehearsal that has not been answered by then (milliseconds) is given up; nothing waits for it any longer. */
const rehearsalTimeout = 15_000;

const resourceOf: Readonly<Record<SubmittedKind, Resource<Stored<KubernetesObject>>>> = {
  Deployment: resources.deployments,
  Service: resources.services,
};

/** What a submission asks of a cluster, as one field manager. */
export function submitApi(host: Host, cluster: string, fieldManager: string): SubmitApi & RehearsalApi {
  const create = (
    { kind, namespace, body }: SubmittedObject,
    options: { dryRun?: boolean; signal?: AbortSignal },
  ) => createObject(host, cluster, resourceOf[kind], namespace, body, { fieldManager, ...options });
  return {
    create: async (object) => (await create(object, {})).warnings,
    dryRun: (object) => inTime((signal) => create(object, { dryRun: true, signal })),
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

async function inTime(
  send: (signal: AbortSignal) => Promise<Written<KubernetesObject>>,
): Promise<Written<KubernetesObject>> {
  const limit = AbortSignal.timeout(rehearsalTimeout);
  try {
    return await send(limit);
  } catch (cause) {
    throw limit.aborted && cause === limit.reason ? networkFailure(cause) : cause;
  }
}
