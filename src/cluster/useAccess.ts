import { useQuery } from '@tanstack/react-query';
import type { Host } from '../host/host.ts';
import { useHost } from '../host/HostContext.tsx';
import type { KubernetesObject, Resource } from './resources.ts';
import { sendJson } from './send.ts';

export interface Access {
  readonly verb: 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete';
  readonly resource: Resource<KubernetesObject>;
  /** Every namespace when absent. */
  readonly namespace?: string | undefined;
}

/** Rights change seldom; a right just given is seen after this (milliseconds). */
const believedFor = 60_000;

/**
 * Whether the signed-in user may do something, asked by a SelfSubjectAccessReview. `undefined` while it is not known,
 * also when the question failed: then do not stand in the way, the server decides when it is tried.
 */
export function useAccess(cluster: string, access: Access): boolean | undefined {
  const host = useHost();
  const { verb, resource, namespace } = access;
  const { data } = useQuery({
    queryKey: ['access', cluster, verb, resource.group, resource.plural, namespace ?? ''],
    queryFn: ({ signal }) => reviewAccess(host, cluster, access, signal),
    staleTime: believedFor,
  });
  return data;
}

/** @throws {ApiFailure} */
async function reviewAccess(
  host: Host,
  cluster: string,
  access: Access,
  signal: AbortSignal,
): Promise<boolean> {
  const review = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: {
      resourceAttributes: {
        verb: access.verb,
        group: access.resource.group,
        resource: access.resource.plural,
        ...(access.namespace === undefined ? {} : { namespace: access.namespace }),
      },
    },
  };
  const { body } = await sendJson(host, cluster, '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(review),
    signal,
  });
  return (body as { status?: { allowed?: boolean } }).status?.allowed === true;
}
