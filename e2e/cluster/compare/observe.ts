import { ENDPOINTS, POOLS, SUBNETS } from '../../../mocks/spiderpool/names.ts';
import type { KubeObject, ResourceName } from '../../../mocks/store/store.ts';
import { ApiError } from '../api/api-client.ts';
import type { ApiClient } from '../api/api-client.ts';
import { pathOf } from '../api/resources.ts';

const workloadResources = {
  Deployment: 'apps/v1/deployments',
  ReplicaSet: 'apps/v1/replicasets',
  StatefulSet: 'apps/v1/statefulsets',
  DaemonSet: 'apps/v1/daemonsets',
  Job: 'batch/v1/jobs',
  ReplicationController: 'v1/replicationcontrollers',
} as const;

type ObservedKind = keyof typeof workloadResources;

/** The items of a list do not say their kind. */
export interface ObservedWorkload {
  kind: ObservedKind;
  object: KubeObject;
}

/** Everything that the outcomes of all cases are read from. */
export interface Observation {
  workloads: readonly ObservedWorkload[];
  pods: readonly KubeObject[];
  events: readonly KubeObject[];
  endpoints: readonly KubeObject[];
  pools: readonly KubeObject[];
  subnets: readonly KubeObject[];
}

/**
 * Looks at a whole cluster. A kind that it does not serve has no objects.
 * @throws ApiError, or the error of node for no answer
 */
export async function observe(client: ApiClient): Promise<Observation> {
  const list = async (resource: ResourceName) => {
    try {
      const { items } = (await client.get(pathOf(resource))) as { items: KubeObject[] };
      return items;
    } catch (error) {
      if (error instanceof ApiError && error.code === 404) return [];
      throw error;
    }
  };
  const kinds = Object.entries(workloadResources) as [ObservedKind, ResourceName][];
  const [workloads, pods, events, endpoints, pools, subnets] = await Promise.all([
    Promise.all(
      kinds.map(async ([kind, resource]) => (await list(resource)).map((object) => ({ kind, object }))),
    ),
    list('v1/pods'),
    list('v1/events'),
    list(ENDPOINTS),
    list(POOLS),
    list(SUBNETS),
  ]);
  return { workloads: workloads.flat(), pods, events, endpoints, pools, subnets };
}

/** Whether a pool or subnet is one of a case: by its name, or because it was made for a workload of it. */
export function belongsTo({ metadata }: KubeObject, id: string): boolean {
  return (
    metadata.name.startsWith(`${id}-`) ||
    metadata.labels?.['ipam.spidernet.io/owner-application-namespace'] === id
  );
}
