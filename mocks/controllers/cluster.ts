import { copyJson } from '../store/json.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { KubeObject } from '../store/store.ts';
import type { AnyObject, Immutable, KindName, Kinds } from './kinds.ts';

/** Names one object. `namespace` is absent for cluster-scoped resources. */
export interface ObjectName {
  readonly namespace?: string;
  readonly name: string;
}

/** The store with the shapes of Kubernetes' own kinds. What it returns belongs to the store. */
export interface Cluster {
  get<K extends KindName>(
    resource: K,
    namespace: string | undefined,
    name: string,
  ): Immutable<Kinds[K]> | undefined;
  /** Ordered by namespace and name. */
  list<K extends KindName>(resource: K, namespace?: string): Immutable<Kinds[K]>[];
  /** How many there are in all namespaces. */
  count(resource: KindName): number;
  /** The objects whose controller is `owner`. */
  controlledBy<K extends KindName>(resource: K, owner: AnyObject): Immutable<Kinds[K]>[];
  /** Lets `change` write to a copy and stores it; `status` is left as it is. Nothing happens when the object is gone. */
  modify<K extends KindName>(resource: K, object: AnyObject, change: (copy: Kinds[K]) => void): void;
  /** As `modify`, for `status` alone. */
  modifyStatus<K extends KindName>(resource: K, object: AnyObject, change: (copy: Kinds[K]) => void): void;
  /** Deletes this object and no later one of the same name. Nothing happens when it is gone. */
  delete(
    resource: string,
    object: AnyObject,
    options?: { gracePeriodSeconds?: number; propagation?: 'Background' | 'Foreground' | 'Orphan' },
  ): void;
}

export function createCluster(store: MemoryStore): Cluster {
  function list<K extends KindName>(resource: K, namespace?: string): Immutable<Kinds[K]>[] {
    const all = store.peekList(resource) as unknown as Immutable<Kinds[K]>[];
    return namespace === undefined
      ? [...all]
      : all.filter(({ metadata }) => metadata.namespace === namespace);
  }

  function stillStored(resource: string, { metadata }: AnyObject): boolean {
    return store.peek(resource, metadata.namespace, metadata.name)?.metadata.uid === metadata.uid;
  }

  function write(resource: KindName, object: AnyObject, change: (copy: KubeObject) => void, status: boolean) {
    if (!stillStored(resource, object)) return;
    const { namespace, name } = object.metadata;
    store.modify(resource, namespace, name, change, status ? { subresource: 'status' } : {});
  }

  return {
    get: <K extends KindName>(resource: K, namespace: string | undefined, name: string) =>
      store.peek(resource, namespace, name) as Immutable<Kinds[K]> | undefined,
    list,
    count: (resource) => store.peekList(resource).length,
    controlledBy: (resource, owner) =>
      list(resource, owner.metadata.namespace).filter(
        (object) => controllerOf(object)?.uid === owner.metadata.uid,
      ),
    modify: (resource, object, change) =>
      write(resource, object, change as (copy: KubeObject) => void, false),
    modifyStatus: (resource, object, change) =>
      write(resource, object, change as (copy: KubeObject) => void, true),
    delete(resource, object, options = {}) {
      if (!stillStored(resource, object)) return;
      store.delete(resource, object.metadata.namespace, object.metadata.name, options);
    },
  };
}

/** A private copy of what belongs to the store, to write to: `copyOf<PodSpec>(pod.spec)`. */
export function copyOf<T>(value: Immutable<T>): T {
  return copyJson(value) as T;
}

/** The owner reference that says `controller: true`. */
export function controllerOf(object: AnyObject) {
  return object.metadata.ownerReferences?.find(({ controller }) => controller === true);
}

/** `default/web`, or `node-1` for cluster-scoped objects. */
export function keyOf({ metadata }: { readonly metadata: ObjectName }): string {
  return metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`;
}

/** The reverse of `keyOf`. */
export function nameOf(key: string): ObjectName {
  const slash = key.indexOf('/');
  return slash < 0 ? { name: key } : { namespace: key.slice(0, slash), name: key.slice(slash + 1) };
}
