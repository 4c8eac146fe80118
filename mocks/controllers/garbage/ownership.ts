import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject, OwnerReference, ResourceName } from '../../store/store.ts';

/** An object with the resource it is stored under. */
export interface Located {
  resource: ResourceName;
  object: KubeObject;
}

/** Who owns whom, over all resources of the store. */
export interface Ownership {
  /** The stored object with a uid. */
  byUid(uid: string): Located | undefined;
  /** The objects that name this uid as one of their owners. */
  dependentsOf(uid: string): Located[];
}

/** Events are about objects, never owned by them, and there are many of them. */
const EVENTS = 'v1/events';

export function createOwnership(store: MemoryStore): Ownership & { stop(): void } {
  const places = new Map<string, { resource: ResourceName; namespace: string | undefined; name: string }>();

  function place(resource: ResourceName, { metadata }: KubeObject): void {
    if (resource === EVENTS) return;
    places.set(metadata.uid, { resource, namespace: metadata.namespace, name: metadata.name });
  }

  for (const resource of store.resources()) {
    for (const object of store.peekList(resource)) place(resource, object);
  }
  const stop = store.observe(({ type, resource, object }) => {
    if (type === 'DELETED') places.delete(object.metadata.uid);
    else place(resource, object);
  });

  return {
    stop,
    byUid(uid) {
      const at = places.get(uid);
      if (at === undefined) return undefined;
      const object = store.peek(at.resource, at.namespace, at.name);
      return object?.metadata.uid === uid ? { resource: at.resource, object } : undefined;
    },
    dependentsOf: (uid) =>
      store
        .resources()
        .filter((resource) => resource !== EVENTS)
        .flatMap((resource) =>
          store
            .peekList(resource)
            .filter(({ metadata }) => metadata.ownerReferences?.some((owner) => owner.uid === uid))
            .map((object) => ({ resource, object })),
        ),
  };
}

/** The references of an object, by what has become of the owner. */
export interface OwnerStates {
  /** It is there. */
  solid: OwnerReference[];
  /** It is gone, or it never was in this namespace. */
  absent: OwnerReference[];
  /** It is being deleted and waits for what it owns. */
  waiting: OwnerReference[];
}

/** Source: `classifyReferences` of k8s.io/kubernetes/pkg/controller/garbagecollector. */
export function classifyOwners({ metadata }: KubeObject, ownership: Ownership): OwnerStates {
  const states: OwnerStates = { solid: [], absent: [], waiting: [] };
  for (const reference of metadata.ownerReferences ?? []) {
    const owner = ownership.byUid(reference.uid)?.object;
    const isElsewhere =
      metadata.namespace !== undefined &&
      owner?.metadata.namespace !== undefined &&
      owner.metadata.namespace !== metadata.namespace;
    if (owner === undefined || isElsewhere) states.absent.push(reference);
    else if (deletesDependentsFirst(owner)) states.waiting.push(reference);
    else states.solid.push(reference);
  }
  return states;
}

/** Whether an object is being deleted in the foreground. */
export function deletesDependentsFirst({ metadata }: KubeObject): boolean {
  return metadata.deletionTimestamp !== undefined && hasFinalizer(metadata, 'foregroundDeletion');
}

export function orphansDependents({ metadata }: KubeObject): boolean {
  return metadata.deletionTimestamp !== undefined && hasFinalizer(metadata, 'orphan');
}

function hasFinalizer({ finalizers }: KubeObject['metadata'], name: string): boolean {
  return finalizers?.includes(name) ?? false;
}
