import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { finalizersOf, markDeleted, mayBeRemoved, seconds } from './deletion.ts';
import { generatedName } from './generated-name.ts';
import { copyJson, sameJson } from './json.ts';
import { createNotifier } from './notifier.ts';
import { createTable } from './table.ts';
import type { Table } from './table.ts';
import { alreadyExists, conflict, notFound, staleVersion } from './status-errors.ts';
import { StatusError } from './store.ts';
import type { KubeObject, ListFilter, ObjectMeta, ResourceName, Store, StoreEvent } from './store.ts';

/** What can be read of a store without copying. Nothing that it returns may be changed. */
export interface StoreReader {
  /** The stored object itself. */
  peek(resource: ResourceName, namespace: string | undefined, name: string): KubeObject | undefined;
  /** All stored objects of a resource, ordered by namespace and name. The list itself never changes. */
  peekList(resource: ResourceName): readonly KubeObject[];
}

/** The store, and what the API server may read of it without copying. */
export interface MemoryStore extends Store, StoreReader {
  /** The resources of which there is or was an object. */
  resources(): readonly ResourceName[];
  /** What an update would leave behind, without doing it. */
  preview(resource: ResourceName, object: KubeObject, options?: { subresource?: 'status' }): KubeObject;
  /** Moves the resourceVersion on without a change, as other objects of a large cluster do. */
  skipVersion(): void;
  /** As in `Store`. @returns the last state of an object that is gone, in the version of its end */
  delete(...request: Parameters<Store['delete']>): KubeObject | undefined;
  /** As `subscribe`, with the stored objects themselves. */
  observe(listener: (event: StoreEvent) => void): () => void;
}

export interface MemoryStoreOptions {
  clock: Clock;
  /** Whether a resource has the status subresource. Default: all but those without a status of their own. */
  hasStatus?: (resource: ResourceName) => boolean;
  /** What happens when a listener throws. Default: it is printed. */
  onListenerError?: (error: unknown) => void;
}

const WITHOUT_STATUS = new Set([
  'v1/configmaps',
  'v1/secrets',
  'v1/events',
  'v1/serviceaccounts',
  'v1/endpoints',
]);
const WITH_GENERATION = /^(?!v1\/|coordination|events\.k8s|autoscaling).*(?<!controllerrevisions)$/;

/** Whether objects of a resource count the changes of what is asked for. */
export function hasGeneration(resource: ResourceName): boolean {
  return WITH_GENERATION.test(resource);
}

/** A store in memory. The order of a list is that of etcd: namespace, then name. */
export function createMemoryStore(options: MemoryStoreOptions): MemoryStore {
  const { clock } = options;
  const hasStatus = options.hasStatus ?? ((resource) => !WITHOUT_STATUS.has(resource));
  const notifier = createNotifier(options.onListenerError);
  const tables = new Map<ResourceName, Table>();
  let version = 0;

  const keyOf = (namespace: string | undefined, name: string) => `${namespace ?? ''}/${name}`;

  function table(resource: ResourceName): Table {
    const found = tables.get(resource);
    if (found !== undefined) return found;
    const made = createTable();
    tables.set(resource, made);
    return made;
  }

  const peekList = (resource: ResourceName) => table(resource).list();

  function put(resource: ResourceName, object: KubeObject, previous: KubeObject | undefined): KubeObject {
    version += 1;
    object.metadata.resourceVersion = String(version);
    table(resource).set(keyOf(object.metadata.namespace, object.metadata.name), object);
    notifier.emit(
      previous === undefined
        ? { type: 'ADDED', resource, object }
        : { type: 'MODIFIED', resource, object, previous },
    );
    return object;
  }

  function remove(resource: ResourceName, object: KubeObject, previous: KubeObject): KubeObject {
    version += 1;
    table(resource).delete(keyOf(previous.metadata.namespace, previous.metadata.name));
    const last = { ...object, metadata: { ...object.metadata, resourceVersion: String(version) } };
    notifier.emit({ type: 'DELETED', resource, object: last, previous });
    return last;
  }

  function peek(resource: ResourceName, namespace: string | undefined, name: string): KubeObject | undefined {
    return table(resource).get(keyOf(namespace, name));
  }

  /** The object that an update leaves behind: what the client may not change is taken from the stored one. */
  function merged(resource: ResourceName, next: KubeObject, old: KubeObject, status: boolean): KubeObject {
    const copy = copyJson(status ? { ...old, status: next.status } : next);
    if (!status && hasStatus(resource)) {
      delete copy.status;
      if (old.status !== undefined) copy.status = copyJson(old.status);
    }
    if (status && next.metadata.managedFields !== undefined) {
      copy.metadata = { ...copy.metadata, managedFields: copyJson(next.metadata.managedFields) };
    }
    keepMetadata(copy.metadata, old.metadata);
    const body = (object: KubeObject) => ({ ...object, status: undefined, metadata: undefined });
    const bodyWithStatus = (object: KubeObject) => ({ ...object, metadata: undefined });
    const read = hasStatus(resource) ? body : bodyWithStatus;
    const changed = !sameJson(read(copy), read(old)) || (!status && annotationsCount(resource, copy, old));
    if (old.metadata.generation !== undefined && changed) {
      copy.metadata.generation = old.metadata.generation + 1;
    }
    return copy;
  }

  function existing(resource: ResourceName, namespace: string | undefined, name: string): StatusError {
    const going = peek(resource, namespace, name)?.metadata.deletionTimestamp !== undefined;
    const error = alreadyExists(resource, name);
    return going
      ? new StatusError({ ...error.status, message: `object is being deleted: ${error.message}` })
      : error;
  }

  const store: MemoryStore = {
    get resourceVersion() {
      return String(version);
    },
    peek,
    peekList,
    resources: () => [...tables.keys()].sort(),
    preview(resource, object, updateOptions = {}) {
      const { namespace, name } = object.metadata;
      const old = peek(resource, namespace, name);
      if (old === undefined) throw notFound(resource, name);
      return merged(resource, object, old, updateOptions.subresource === 'status');
    },
    skipVersion() {
      version += 1;
    },
    observe: (listener) => notifier.observe(listener),
    subscribe: (listener) => notifier.observe((event) => listener(copyJson(event))),

    get(resource, namespace, name) {
      const found = peek(resource, namespace, name);
      return found === undefined ? undefined : copyJson(found);
    },

    list(resource, filter: ListFilter = {}) {
      const labels = Object.entries(filter.labels ?? {});
      return peekList(resource)
        .filter(
          ({ metadata }) =>
            (filter.namespace === undefined || metadata.namespace === filter.namespace) &&
            labels.every(([key, value]) => metadata.labels?.[key] === value),
        )
        .map((object) => copyJson(object));
    },

    create(resource, given) {
      const copy = copyJson(given);
      const name = copy.metadata.name || generatedName(copy.metadata.generateName ?? '');
      if (peek(resource, copy.metadata.namespace, name) !== undefined)
        throw existing(resource, copy.metadata.namespace, name);
      const metadata: ObjectMeta = {
        ...copy.metadata,
        name,
        uid: copy.metadata.uid || randomUUID(),
        resourceVersion: '',
        creationTimestamp: copy.metadata.creationTimestamp || seconds(clock.now()),
      };
      if (hasGeneration(resource)) metadata.generation = 1;
      return copyJson(put(resource, { ...copy, metadata }, undefined));
    },

    update(resource, object, updateOptions = {}) {
      const { namespace, name } = object.metadata;
      const old = peek(resource, namespace, name);
      if (old === undefined) throw notFound(resource, name);
      const { resourceVersion, uid } = object.metadata;
      if (uid && uid !== old.metadata.uid) throw wrongUid(resource, name, uid, old.metadata.uid);
      if (resourceVersion && resourceVersion !== old.metadata.resourceVersion)
        throw staleVersion(resource, name);
      const next = merged(resource, object, old, updateOptions.subresource === 'status');
      if (sameJson(next, old)) return copyJson(old);
      const finalizersLeft = finalizersOf(next).length;
      if (mayBeRemoved(next) && finalizersLeft < finalizersOf(old).length) {
        remove(resource, next, old);
        return copyJson(next);
      }
      return copyJson(put(resource, next, old));
    },

    modify(resource, namespace, name, change, updateOptions) {
      const object = store.get(resource, namespace, name);
      if (object === undefined) return undefined;
      change(object);
      return store.update(resource, object, updateOptions);
    },

    delete(resource, namespace, name, deleteOptions = {}) {
      const old = peek(resource, namespace, name);
      if (old === undefined) throw notFound(resource, name);
      const { uid } = deleteOptions;
      if (uid !== undefined && uid !== old.metadata.uid)
        throw wrongUid(resource, name, uid, old.metadata.uid);
      const marked = markDeleted(resource, old, deleteOptions, clock.now());
      if (mayBeRemoved(marked)) return copyJson(remove(resource, old, old));
      if (!sameJson(marked, old)) {
        const generation = old.metadata.generation;
        const first = old.metadata.deletionTimestamp === undefined;
        if (generation !== undefined && first) marked.metadata.generation = generation + 1;
        put(resource, copyJson(marked), old);
      }
      return undefined;
    },
  };
  return store;
}

const REVISION = 'deployment.kubernetes.io/revision';

/**
 * A Deployment is another one with other annotations. Its controller writes the revision, together with the status, which
 * counts for nothing.
 * Source: `deploymentStrategy.PrepareForUpdate` and `deploymentStatusStrategy`.
 */
function annotationsCount(resource: ResourceName, next: KubeObject, old: KubeObject): boolean {
  if (resource !== 'apps/v1/deployments') return false;
  const before = { ...old.metadata.annotations };
  const after = { ...next.metadata.annotations };
  if (after[REVISION] !== undefined) before[REVISION] = after[REVISION];
  return !sameJson(before, after);
}

function keepMetadata(next: ObjectMeta, old: ObjectMeta): void {
  next.uid = old.uid;
  next.resourceVersion = old.resourceVersion;
  next.creationTimestamp = old.creationTimestamp;
  for (const key of ['deletionTimestamp', 'deletionGracePeriodSeconds', 'generation'] as const) {
    delete next[key];
  }
  if (old.deletionTimestamp !== undefined) next.deletionTimestamp = old.deletionTimestamp;
  if (old.deletionGracePeriodSeconds !== undefined) {
    next.deletionGracePeriodSeconds = old.deletionGracePeriodSeconds;
  }
  if (old.generation !== undefined) next.generation = old.generation;
}

function wrongUid(resource: ResourceName, name: string, asked: string, stored: string) {
  return conflict(
    resource,
    name,
    `Precondition failed: UID in precondition: ${asked}, UID in object meta: ${stored}`,
  );
}
