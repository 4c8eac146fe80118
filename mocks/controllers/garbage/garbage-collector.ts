import { sameJson } from '../../store/json.ts';
import type { KubeObject, ResourceName, StoreEvent } from '../../store/store.ts';
import { keyOf, nameOf } from '../cluster.ts';
import type { ControllerContext } from '../controller-context.ts';
import { classifyOwners, createOwnership, deletesDependentsFirst, orphansDependents } from './ownership.ts';

const SEPARATOR = ' ';

/**
 * Deletes what is owned by nobody any more, and carries out foreground and orphan deletion.
 * Source: k8s.io/kubernetes/pkg/controller/garbagecollector.
 */
export function startGarbageCollector(context: ControllerContext): void {
  const { cluster, store } = context;
  const ownership = createOwnership(store);
  context.onStop(() => ownership.stop());
  const queue = context.queue(collect);
  const add = (resource: ResourceName, object: KubeObject) =>
    queue.add(`${resource}${SEPARATOR}${keyOf(object)}`);

  for (const resource of store.resources()) {
    for (const object of store.peekList(resource)) add(resource, object);
  }
  context.onStop(store.observe(wake));

  function wake({ type, resource, object, previous }: StoreEvent): void {
    if (type !== 'DELETED') {
      const owned = object.metadata.ownerReferences !== undefined;
      const known = sameJson(object.metadata.ownerReferences, previous?.metadata.ownerReferences);
      if ((owned && !known) || object.metadata.deletionTimestamp !== undefined) add(resource, object);
      return;
    }
    for (const dependent of ownership.dependentsOf(object.metadata.uid)) {
      add(dependent.resource, dependent.object);
    }
    for (const { uid } of object.metadata.ownerReferences ?? []) {
      const owner = ownership.byUid(uid);
      if (owner !== undefined) add(owner.resource, owner.object);
    }
  }

  function collect(key: string): void {
    const [resource = '', objectKey = ''] = key.split(SEPARATOR);
    const { namespace, name } = nameOf(objectKey);
    const object = store.peek(resource, namespace, name);
    if (object === undefined) return;
    if (orphansDependents(object)) orphan(resource, object);
    else if (deletesDependentsFirst(object)) deleteDependents(resource, object);
    else if (object.metadata.deletionTimestamp === undefined) deleteWhenUnowned(resource, object);
  }

  /** Source: `orphanDependents`. */
  function orphan(resource: ResourceName, owner: KubeObject): void {
    for (const dependent of ownership.dependentsOf(owner.metadata.uid)) {
      dropReferences(dependent.resource, dependent.object, [owner.metadata.uid]);
    }
    dropFinalizer(resource, owner, 'orphan');
  }

  /** Source: `processDeletingDependentsItem`. */
  function deleteDependents(resource: ResourceName, owner: KubeObject): void {
    const { uid } = owner.metadata;
    const blocking = ownership
      .dependentsOf(uid)
      .filter(({ object }) =>
        object.metadata.ownerReferences?.some((one) => one.uid === uid && one.blockOwnerDeletion === true),
      );
    if (blocking.length === 0) dropFinalizer(resource, owner, 'foregroundDeletion');
    for (const dependent of blocking) add(dependent.resource, dependent.object);
  }

  /** Source: `attemptToDeleteItem`. */
  function deleteWhenUnowned(resource: ResourceName, object: KubeObject): void {
    const { solid, absent, waiting } = classifyOwners(object, ownership);
    const going = [...absent, ...waiting];
    if (going.length === 0) return;
    if (solid.length > 0) {
      dropReferences(
        resource,
        object,
        going.map(({ uid }) => uid),
      );
      return;
    }
    const hasDependents = ownership.dependentsOf(object.metadata.uid).length > 0;
    const propagation = waiting.length > 0 && hasDependents ? 'Foreground' : 'Background';
    cluster.delete(resource, object, { propagation });
  }

  function dropReferences(resource: ResourceName, object: KubeObject, uids: readonly string[]): void {
    const { namespace, name } = object.metadata;
    store.modify(resource, namespace, name, ({ metadata }) => {
      const left = (metadata.ownerReferences ?? []).filter(({ uid }) => !uids.includes(uid));
      if (left.length > 0) metadata.ownerReferences = left;
      else delete metadata.ownerReferences;
    });
  }

  function dropFinalizer(resource: ResourceName, object: KubeObject, finalizer: string): void {
    const { namespace, name } = object.metadata;
    store.modify(resource, namespace, name, ({ metadata }) => {
      metadata.finalizers = (metadata.finalizers ?? []).filter((other) => other !== finalizer);
    });
  }
}
