import type { Cluster } from '../../../mocks/controllers/cluster.ts';
import type { AnyObject, Immutable, KindName, Kinds } from '../../../mocks/controllers/kinds.ts';
import { copyJson, objectOr, sameJson } from '../../../mocks/store/json.ts';
import type { JsonObject } from '../../../mocks/store/json.ts';
import type { KubeObject } from '../../../mocks/store/store.ts';
import type { ApiClient } from '../api/api-client.ts';
import type { Mirror } from '../api/mirror.ts';
import { pathOf } from '../api/resources.ts';
import type { WorkOrder } from './work-order.ts';

/**
 * The real cluster as the kubelet of `mocks/controllers` sees it: it reads the mirror, and what it writes goes to the API
 * server, in order for each object. A change shows in the mirror when the API server has told of it.
 */
export function createClusterWriter(
  client: ApiClient,
  mirror: Mirror,
  order: WorkOrder,
): Pick<Cluster, 'get' | 'list' | 'modify' | 'modifyStatus' | 'delete'> {
  function list<K extends KindName>(resource: K, namespace?: string): Immutable<Kinds[K]>[] {
    const all = mirror.peekList(resource) as unknown as Immutable<Kinds[K]>[];
    return all.filter(({ metadata }) => namespace === undefined || metadata.namespace === namespace);
  }

  /** The object as it is known now, and after `change`; nothing when it is gone. */
  function changed<K extends KindName>(
    resource: K,
    { metadata }: AnyObject,
    change: (copy: Kinds[K]) => void,
  ): { before: KubeObject; after: KubeObject } | undefined {
    const before = mirror.peek(resource, metadata.namespace, metadata.name);
    if (before === undefined || before.metadata.uid !== metadata.uid) return undefined;
    const after = copyJson(before);
    change(after as unknown as Kinds[K]);
    return { before, after };
  }

  return {
    get: (resource, namespace, name) =>
      mirror.peek(resource, namespace, name) as unknown as Immutable<Kinds[typeof resource]> | undefined,
    list,
    modify(resource, object, change) {
      const { namespace, name, uid } = object.metadata;
      const states = changed(resource, object, change);
      if (states === undefined) return;
      const { status: _before, ...before } = states.before;
      const { status: _after, ...after } = states.after;
      const patch = difference(before, after);
      if (Object.keys(patch).length === 0) return;
      const body = { ...patch, metadata: { ...objectOr(patch.metadata), uid } };
      order.add(uid, async () => {
        await client.patch(pathOf(resource, namespace, name), 'merge', body);
      });
    },
    modifyStatus(resource, object, change) {
      const { namespace, name, uid } = object.metadata;
      const states = changed(resource, object, change);
      if (states === undefined) return;
      // All of it, as it may differ from what the API server was told last and has not confirmed.
      const gone = Object.keys(objectOr(states.before.status)).filter(
        (key) => objectOr(states.after.status)[key] === undefined,
      );
      const status = {
        ...objectOr(states.after.status),
        ...Object.fromEntries(gone.map((key) => [key, null])),
      };
      order.add(uid, async () => {
        await client.patch(pathOf(resource, namespace, name, 'status'), 'strategic-merge', {
          metadata: { uid },
          status,
        });
      });
    },
    delete(resource, { metadata }, { gracePeriodSeconds } = {}) {
      const { namespace, name, uid } = metadata;
      order.add(uid, async () => {
        await client.delete(pathOf(resource, namespace, name), {
          apiVersion: 'v1',
          kind: 'DeleteOptions',
          preconditions: { uid },
          ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
        });
      });
    },
  };
}

/** A JSON merge patch (RFC 7386) that makes one object of another. */
function difference(before: JsonObject, after: JsonObject): JsonObject {
  const patch: JsonObject = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, fresh] = [before[key], after[key]];
    if (sameJson(old, fresh)) continue;
    const bothObjects = [old, fresh].every(
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    );
    patch[key] = bothObjects ? difference(objectOr(old), objectOr(fresh)) : (fresh ?? null);
  }
  return patch;
}
