import { StatusError } from '../../store/store.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject, ResourceName, StoreEvent } from '../../store/store.ts';

/** The latest changes of each resource, so that watches can go on where they were and lists can be read as of a version. */
export interface History {
  /** Changes after a version, oldest first; undefined when they are no longer known. */
  since(resource: ResourceName, version: number): StoreEvent[] | undefined;
  /** All objects of a resource as of a version; undefined when that is too long ago. */
  snapshot(resource: ResourceName, version: number): readonly KubeObject[] | undefined;
  /** The oldest version that is still known. */
  oldest(resource: ResourceName): number;
  /** Forgets everything, as a compaction of etcd does. */
  expire(): void;
  stop(): void;
}

interface Record {
  floor: number;
  events: StoreEvent[];
}

/** @param limit how many changes of each resource are kept */
export function createHistory(store: MemoryStore, limit: number): History {
  const records = new Map<ResourceName, Record>();
  let floor = Number(store.resourceVersion);

  function recordOf(resource: ResourceName): Record {
    const known = records.get(resource);
    if (known !== undefined) return known;
    const made = { floor, events: [] };
    records.set(resource, made);
    return made;
  }

  const stop = store.observe((event) => {
    const record = recordOf(event.resource);
    record.events.push(event);
    // Cut in large steps: cutting one by one would move the whole list each time.
    if (record.events.length < 2 * limit) return;
    const cut = record.events.splice(0, record.events.length - limit);
    record.floor = versionOf(cut.at(-1));
  });

  function since(resource: ResourceName, version: number): StoreEvent[] | undefined {
    const record = recordOf(resource);
    if (version < record.floor) return undefined;
    return record.events.slice(firstAfter(record.events, version));
  }

  return {
    since,
    snapshot(resource, version) {
      const later = since(resource, version);
      if (later === undefined) return undefined;
      const now = store.peekList(resource);
      return later.length === 0 ? now : undone(now, later);
    },
    oldest: (resource) => recordOf(resource).floor,
    expire() {
      records.clear();
      floor = Number(store.resourceVersion);
    },
    stop,
  };
}

function versionOf(event: StoreEvent | undefined): number {
  return Number(event?.object.metadata.resourceVersion ?? 0);
}

function firstAfter(events: readonly StoreEvent[], version: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (versionOf(events[middle]) > version) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The list before some changes, newest undone first. */
function undone(now: readonly KubeObject[], later: readonly StoreEvent[]): readonly KubeObject[] {
  const keyOf = ({ metadata }: KubeObject) => `${metadata.namespace ?? ''}/${metadata.name}`;
  const objects = new Map(now.map((object) => [keyOf(object), object]));
  for (const { object, previous } of later.toReversed()) {
    if (previous === undefined) objects.delete(keyOf(object));
    else objects.set(keyOf(previous), previous);
  }
  return [...objects].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object);
}

/** 410 as a watch gives it for a version that is no longer known. */
export function tooOld(asked: number, oldest: number): StatusError {
  return new StatusError({
    code: 410,
    reason: 'Expired',
    message: `too old resource version: ${asked} (${oldest})`,
  });
}
