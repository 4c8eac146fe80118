import type { QueryClient } from '@tanstack/react-query';
import type { ClusterAccess } from '../host/host.ts';
import { listKey, type ListSource } from './list-source.ts';
import type { ListResult } from './list-state.ts';
import { ListWatch } from './list-watch.ts';
import type { KubernetesObject, Stored } from './resources.ts';
import { browserScheduler, type Scheduler } from './scheduler.ts';

/** How long a list is followed after the last component that shows it is gone (milliseconds): the next page often wants it too. */
export const linger = 5000;

interface Entry {
  readonly watch: Pick<ListWatch<Stored<KubernetesObject>>, 'retryNow' | 'reconnect'>;
  observers: number;
  cancelLinger: (() => void) | undefined;
  readonly end: () => void;
}

/**
 * The lists that are being followed: one engine for each source however many components show it, ended when none
 * does. The lists themselves are in TanStack Query and nowhere else.
 */
export class ListRegistry {
  readonly #host: ClusterAccess;
  readonly #client: QueryClient;
  readonly #scheduler: Scheduler;
  readonly #entries = new Map<string, Entry>();

  constructor(host: ClusterAccess, client: QueryClient, scheduler: Scheduler = browserScheduler) {
    this.#host = host;
    this.#client = client;
    this.#scheduler = scheduler;
  }

  /** Follows the source until the result is called. */
  observe<Item extends Stored<KubernetesObject>>(source: ListSource<Item>): () => void {
    const id = JSON.stringify(listKey(source));
    const entry = this.#entries.get(id) ?? this.#start(id, source);
    entry.cancelLinger?.();
    entry.cancelLinger = undefined;
    entry.observers += 1;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      entry.observers -= 1;
      if (entry.observers === 0) entry.cancelLinger = this.#scheduler.after(linger, entry.end);
    };
  }

  /** Somebody is looking again: what waits to be tried is tried now. */
  retryNow(): void {
    for (const { watch } of this.#entries.values()) watch.retryNow();
  }

  /** The network has changed. */
  reconnect(): void {
    for (const { watch } of this.#entries.values()) watch.reconnect();
  }

  stopAll(): void {
    for (const entry of this.#entries.values()) entry.end();
  }

  #start<Item extends Stored<KubernetesObject>>(id: string, source: ListSource<Item>): Entry {
    const key = listKey(source);
    const before = this.#client.getQueryData<ListResult<Item>>(key);
    const watch = new ListWatch<Item>(
      this.#host,
      source,
      (result) => {
        this.#client.setQueryData(key, result);
      },
      {
        scheduler: this.#scheduler,
        ...(before?.state.phase === 'stale'
          ? { known: { items: before.items, since: before.state.since } }
          : {}),
      },
    );
    const entry: Entry = {
      watch,
      observers: 0,
      cancelLinger: undefined,
      end: () => {
        entry.cancelLinger?.();
        this.#entries.delete(id);
        watch.stop();
        this.#leave(key);
      },
    };
    this.#entries.set(id, entry);
    return entry;
  }

  /** What is not followed is no longer live: kept for a while as stale, so that coming back shows it at once. */
  #leave(key: ReturnType<typeof listKey>): void {
    const last = this.#client.getQueryData<ListResult<unknown>>(key);
    if (last?.state.phase === 'live') {
      const state = { phase: 'stale', since: this.#scheduler.now(), reason: 'disconnected' } as const;
      this.#client.setQueryData(key, { items: last.items, state });
    } else if (last?.state.phase !== 'stale') {
      this.#client.removeQueries({ queryKey: key, exact: true });
    }
  }
}
