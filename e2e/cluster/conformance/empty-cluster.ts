import {
  ATTACHMENTS,
  ENDPOINTS,
  NODES,
  PODS,
  POOLS,
  RESERVED_IPS,
  SUBNETS,
} from '../../../mocks/spiderpool/names.ts';
import type { KubeObject, ResourceName } from '../../../mocks/store/store.ts';
import type { ApiClient } from '../api/api-client.ts';
import { ApiError } from '../api/api-client.ts';
import { pathOf } from '../api/resources.ts';
import { until } from '../run/program.ts';
import { objectsOf } from './seen.ts';

/** ReplicaSets too: until the garbage collector comes they would make Pods anew, in the next case. */
const WORKLOADS = ['apps/v1/deployments', 'apps/v1/replicasets'];
/** In the order in which they can go. */
const OTHERS = [ENDPOINTS, POOLS, SUBNETS, RESERVED_IPS, ATTACHMENTS, NODES];
const EVENTS = 'v1/events';
const LIMIT = 60_000;
const OWN_NAMESPACES = /^(default|kube-.*)$/;

/**
 * Takes away what a case has left: workloads, and when their Pods are gone everything else. Namespaces stay, without the labels
 * and annotations that a case gave them, because their removal takes long.
 */
export async function emptyCluster(client: ApiClient): Promise<void> {
  for (const resource of WORKLOADS) await removeAll(client, resource);
  await until({
    what: 'the Pods of the last case are gone',
    test: async () => {
      const pods = await objectsOf(client, PODS);
      for (const pod of pods) await remove(client, PODS, pod, 0);
      return pods.length === 0;
    },
    within: LIMIT,
  });
  for (const resource of OTHERS) await removeAll(client, resource);
  for (const { metadata } of await objectsOf(client, 'v1/namespaces')) {
    await client.delete(pathOf(EVENTS, metadata.name));
    if (!OWN_NAMESPACES.test(metadata.name)) await strip(client, metadata);
  }
}

/** What only its finalizers keep is let go. */
async function removeAll(client: ApiClient, resource: ResourceName): Promise<void> {
  await until({
    what: `${resource} of the last case are gone`,
    test: async () => {
      const objects = await objectsOf(client, resource);
      for (const object of objects) {
        await remove(client, resource, object);
        if ((object.metadata.finalizers ?? []).length > 0) await release(client, resource, object);
      }
      return objects.length === 0;
    },
    within: LIMIT,
  });
}

async function remove(
  client: ApiClient,
  resource: ResourceName,
  object: KubeObject,
  grace?: number,
): Promise<void> {
  const { namespace, name } = object.metadata;
  await unlessGone(() =>
    client.delete(pathOf(resource, namespace, name), {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      propagationPolicy: 'Background',
      ...(grace === undefined ? {} : { gracePeriodSeconds: grace }),
    }),
  );
}

async function release(client: ApiClient, resource: ResourceName, { metadata }: KubeObject): Promise<void> {
  await unlessGone(() =>
    client.patch(pathOf(resource, metadata.namespace, metadata.name), 'merge', {
      metadata: { finalizers: null },
    }),
  );
}

async function strip(
  client: ApiClient,
  { name, labels = {}, annotations = {} }: KubeObject['metadata'],
): Promise<void> {
  const nothing = (map: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.keys(map).map((key) => [key, null]));
  const { 'kubernetes.io/metadata.name': _own, ...others } = labels;
  await client.patch(pathOf('v1/namespaces', undefined, name), 'merge', {
    metadata: { labels: nothing(others), annotations: nothing(annotations) },
  });
}

async function unlessGone(task: () => Promise<unknown>): Promise<void> {
  try {
    await task();
  } catch (error) {
    if (!(error instanceof ApiError && (error.code === 404 || error.code === 409))) throw error;
  }
}
