import type { ApiClient } from '../api/api-client.ts';
import { pathOf } from '../api/resources.ts';

interface Deployment {
  spec: { replicas: number };
  status?: { availableReplicas?: number };
}

/** Whether every Deployment has all its Pods, as in a simulated cluster before its first request. */
export async function workloadsAreUp(client: ApiClient): Promise<boolean> {
  const { items } = (await client.get(pathOf('apps/v1/deployments'))) as { items: Deployment[] };
  return items.every(({ spec, status }) => (status?.availableReplicas ?? 0) >= spec.replicas);
}
