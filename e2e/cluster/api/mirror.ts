import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { StoreReader } from '../../../mocks/store/memory-store.ts';
import { createNotifier } from '../../../mocks/store/notifier.ts';
import type { KubeObject, ResourceName, StoreEvent } from '../../../mocks/store/store.ts';
import type { ApiClient } from './api-client.ts';
import { ApiError } from './api-client.ts';
import { pathOf } from './resources.ts';

/** What is known here of a real cluster, as a store that can be read. */
export interface Mirror extends StoreReader {
  observe(listener: (event: StoreEvent) => void): () => void;
  close(): void;
}

interface MirrorOptions {
  client: ApiClient;
  resources: readonly ResourceName[];
  /** Receives what kept a list or a watch from going on; it is tried again. */
  report: (error: unknown) => void;
}

interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: KubeObject & { code?: number; message?: string };
}

type Table = Map<string, KubeObject>;

const RETRY = 500;

/**
 * Lists and watches some resources until it is closed.
 * @returns when each has been listed once
 * @throws what the first list of one throws; none is followed then
 */
export async function createMirror({ client, resources, report }: MirrorOptions): Promise<Mirror> {
  const tables = new Map<ResourceName, Table>(resources.map((resource) => [resource, new Map()]));
  const notifier = createNotifier(report);
  const stop = new AbortController();

  function table(resource: ResourceName): Table {
    const found = tables.get(resource);
    if (found === undefined) throw new Error(`${resource} is not mirrored`);
    return found;
  }

  function put(resource: ResourceName, object: KubeObject): void {
    const key = keyOf(object);
    const previous = table(resource).get(key);
    // Another object of the same name has taken its place: the first one's end was missed.
    if (previous !== undefined && previous.metadata.uid !== object.metadata.uid) remove(resource, previous);
    const known = table(resource).get(key);
    if (known?.metadata.resourceVersion === object.metadata.resourceVersion) return;
    table(resource).set(key, object);
    notifier.emit(
      known === undefined
        ? { type: 'ADDED', resource, object }
        : { type: 'MODIFIED', resource, object, previous: known },
    );
  }

  function remove(resource: ResourceName, object: KubeObject): void {
    const key = keyOf(object);
    const previous = table(resource).get(key);
    if (previous === undefined) return;
    table(resource).delete(key);
    notifier.emit({ type: 'DELETED', resource, object, previous });
  }

  /** @returns the version to watch from */
  async function list(resource: ResourceName): Promise<string> {
    const { items, metadata, apiVersion, kind } = (await client.get(pathOf(resource))) as {
      items: KubeObject[];
      metadata: { resourceVersion: string };
      apiVersion: string;
      kind: string;
    };
    // Objects in a list do not say what they are.
    const own = items.map((item) => ({ ...item, apiVersion, kind: kind.replace(/List$/, '') }));
    const keys = new Set(own.map(keyOf));
    for (const [key, object] of table(resource)) if (!keys.has(key)) remove(resource, object);
    for (const object of own) put(resource, object);
    return metadata.resourceVersion;
  }

  /** Follows the changes until the stream ends. @returns the version to go on from */
  async function watch(resource: ResourceName, from: string): Promise<string> {
    let version = from;
    const query = new URLSearchParams({ watch: '1', allowWatchBookmarks: 'true', resourceVersion: from });
    const stream = await client.stream(`${pathOf(resource)}?${query}`, stop.signal);
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      const { type, object } = JSON.parse(line) as WatchEvent;
      if (type === 'ERROR') throw new ApiError(object.code ?? 0, '', object.message ?? line);
      version = object.metadata.resourceVersion;
      if (type === 'DELETED') remove(resource, object);
      else if (type !== 'BOOKMARK') put(resource, object);
    }
    return version;
  }

  async function follow(resource: ResourceName, first: string): Promise<void> {
    let version: string | undefined = first;
    while (!stop.signal.aborted) {
      try {
        version ??= await list(resource);
        version = await watch(resource, version);
      } catch (error) {
        if (stop.signal.aborted) return;
        // 410: the history is gone. Anything else may have cost events as well.
        version = undefined;
        if (!(error instanceof ApiError && error.code === 410)) report(error);
        await delay(RETRY, undefined, { ref: false });
      }
    }
  }

  try {
    for (const resource of resources) {
      const version = await list(resource);
      void follow(resource, version);
    }
  } catch (error) {
    stop.abort();
    throw error;
  }

  return {
    peek: (resource, namespace, name) => table(resource).get(`${namespace ?? ''}/${name}`),
    peekList: (resource) =>
      [...table(resource)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object),
    observe: (listener) => notifier.observe(listener),
    close: () => stop.abort(),
  };
}

function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
