import { setTimeout as delay } from 'node:timers/promises';
import { listOr, objectOr } from '../../../mocks/store/json.ts';
import { COORDINATORS, NODES, POOLS, SUBNETS } from '../../../mocks/spiderpool/names.ts';
import type { KubeObject, ResourceName } from '../../../mocks/store/store.ts';
import type { ApiClient } from '../api/api-client.ts';
import { pathOf } from '../api/resources.ts';
import { until } from '../run/program.ts';

const LIMIT = 60_000;
/** Nothing may have changed for so long. */
const STILL = 400;
/** Until the caches of the agent have what the API server has. */
const CACHES = 300;

export const pause = (milliseconds: number): Promise<void> => delay(milliseconds);

export async function objectsOf(client: ApiClient, resource: ResourceName): Promise<KubeObject[]> {
  const { items } = (await client.get(pathOf(resource))) as { items: KubeObject[] };
  return items;
}

/** Waits until the controllers have nothing more to say of nodes, pools, subnets and the coordinator. */
export async function controllersHaveSeen(client: ApiClient): Promise<void> {
  let before = '';
  await until({
    what: 'the controllers have seen the case',
    test: async () => {
      const [nodes, pools, subnets, coordinators] = await Promise.all(
        [NODES, POOLS, SUBNETS, COORDINATORS].map((resource) => objectsOf(client, resource)),
      );
      const versions = JSON.stringify(
        [pools, subnets].map((list) => (list ?? []).map(({ metadata }) => metadata.resourceVersion)),
      );
      const same = versions === before;
      before = versions;
      if (!same) await pause(STILL);
      return (
        same &&
        (nodes ?? []).every(taintsAreTrue) &&
        [...(pools ?? []), ...(subnets ?? [])].every(
          (object) => objectOr(object.status).totalIPCount !== undefined,
        ) &&
        (coordinators ?? []).every((object) => objectOr(object.status).phase === 'Synced')
      );
    },
    within: LIMIT,
  });
  await pause(CACHES);
}

/** A new node is tainted as not ready until the node controller has looked at it. */
function taintsAreTrue({ spec, status }: KubeObject): boolean {
  const has = (key: string, effect: string) =>
    listOr(objectOr(spec).taints).some(
      (taint) => objectOr(taint).key === key && objectOr(taint).effect === effect,
    );
  const isReady = listOr(objectOr(status).conditions).some(
    (condition) => objectOr(condition).type === 'Ready' && objectOr(condition).status === 'True',
  );
  const isCordoned = objectOr(spec).unschedulable === true;
  return (
    has('node.kubernetes.io/not-ready', 'NoSchedule') === !isReady &&
    has('node.kubernetes.io/unschedulable', 'NoSchedule') === isCordoned
  );
}
