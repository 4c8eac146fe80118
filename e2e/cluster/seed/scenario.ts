import { objectOr, textOr } from '../../../mocks/store/json.ts';
import { POOLS } from '../../../mocks/spiderpool/names.ts';
import type { ScenarioContent } from '../../../mocks/scenarios/scenario.ts';
import type { KubeObject, NewKubeObject, ResourceName } from '../../../mocks/store/store.ts';
import type { ApiClient } from '../api/api-client.ts';
import { ApiError } from '../api/api-client.ts';
import { pathOf, resourceOf } from '../api/resources.ts';
import { until } from '../run/program.ts';

/** Written by a subresource of their own. */
const WITH_STATUS = new Set(['v1/nodes', 'v1/pods', POOLS]);
/** Set by the API server alone. */
const NOT_FOR_CREATION = ['uid', 'resourceVersion', 'creationTimestamp', 'generation'] as const;

/**
 * Fills a cluster through its API, object by object in their order, as the simulated one is filled.
 * @throws ApiError when an object is refused
 */
export async function fillCluster(
  client: ApiClient,
  { created, stored = [] }: ScenarioContent,
): Promise<void> {
  for (const object of created) await create(client, resourceOf(object), object);
  for (const { resource, object } of stored) await create(client, resource, object);
}

async function create(client: ApiClient, resource: ResourceName, object: NewKubeObject): Promise<void> {
  const { namespace, name = '' } = object.metadata;
  const { deletionTimestamp } = object.metadata;
  if (namespace !== undefined) await namespaceIsReady(client, namespace);
  const body = forCreation(object);
  const path = pathOf(resource, namespace);
  try {
    await client.post(path, body);
  } catch (error) {
    // Some namespaces and the like are there from the beginning.
    if (!(error instanceof ApiError && error.reason === 'AlreadyExists')) throw error;
    const { metadata, spec: _spec, status: _status, ...rest } = body;
    const { labels, annotations } = metadata;
    await client.patch(`${path}/${name}`, 'merge', { ...rest, metadata: { labels, annotations } });
  }
  if (object.status !== undefined && WITH_STATUS.has(resource)) {
    await client.patch(pathOf(resource, namespace, name, 'status'), 'merge', { status: object.status });
  }
  if (deletionTimestamp !== undefined) await client.delete(`${path}/${name}`);
}

function forCreation(object: NewKubeObject): NewKubeObject {
  const metadata: Partial<KubeObject['metadata']> = { ...object.metadata };
  for (const key of NOT_FOR_CREATION) delete metadata[key];
  delete metadata.deletionTimestamp;
  delete metadata.deletionGracePeriodSeconds;
  return { ...object, metadata };
}

const ready = new WeakMap<ApiClient, Set<string>>();

/** Pods are refused until the service account of their namespace has been made. */
async function namespaceIsReady(client: ApiClient, namespace: string): Promise<void> {
  const known = ready.get(client) ?? new Set();
  ready.set(client, known);
  if (known.has(namespace)) return;
  await until({
    what: `namespace ${namespace} has its service account`,
    test: async () => {
      try {
        const account = await client.get(pathOf('v1/serviceaccounts', namespace, 'default'));
        return textOr(objectOr(objectOr(account).metadata).name) === 'default';
      } catch (error) {
        if (error instanceof ApiError && error.code === 404) return false;
        throw error;
      }
    },
    within: 60_000,
  });
  known.add(namespace);
}
