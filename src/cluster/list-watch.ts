import type { ClusterAccess } from '../host/host.ts';
import { type ApiError, ApiFailure, networkFailure } from './api-error.ts';
import { applyEvents, keepUnchanged, type ObjectEvent } from './apply-events.ts';
import { backoffDelay, deniedDelay, relistDelay } from './backoff.ts';
import { listChunks } from './list-chunks.ts';
import type { ListSource } from './list-source.ts';
import type { ListResult, ListState } from './list-state.ts';
import type { KubernetesObject, Stored } from './resources.ts';
import { browserScheduler, type Scheduler } from './scheduler.ts';
import { watchOnce, type WatchEnding } from './watch-once.ts';

/** A stream that closed in good order after this long (milliseconds) is opened again at once. */
const longEnough = 1000;

export interface ListWatchOptions<Item> {
  readonly scheduler?: Scheduler;
  /** What was known before: shown as stale until the list is read again. */
  readonly known?: { readonly items: readonly Item[]; readonly since: number };
}

/**
 * Keeps one list: LIST in chunks, then WATCH, mended whenever it breaks, until `stop`. Tells `observer` at most once
 * a frame, each time with a new immutable result.
 */
export class ListWatch<Item extends Stored<KubernetesObject>> {
  readonly #host: ClusterAccess;
  readonly #source: ListSource<Item>;
  readonly #observer: (result: ListResult<Item>) => void;
  readonly #scheduler: Scheduler;
  readonly #life = new AbortController();

  #items: readonly Item[] = [];
  #state: ListState = { phase: 'listing', loaded: 0 };
  /** `#items` were the whole list once: they are kept, as stale, while it is mended. */
  #complete = false;
  /** Latest event of each object since the last frame; bounded by the number of objects, so none is ever dropped. */
  readonly #pending = new Map<string, ObjectEvent<Item>>();
  #cancelFrame: (() => void) | undefined;
  #endPause: (() => void) | undefined;
  #stream = new AbortController();
  /** Failures in a row. */
  #attempt = 0;

  constructor(
    host: ClusterAccess,
    source: ListSource<Item>,
    observer: (result: ListResult<Item>) => void,
    options: ListWatchOptions<Item> = {},
  ) {
    this.#host = host;
    this.#source = source;
    this.#observer = observer;
    this.#scheduler = options.scheduler ?? browserScheduler;
    if (options.known !== undefined) {
      this.#items = options.known.items;
      this.#complete = true;
      this.#state = { phase: 'stale', since: options.known.since, reason: 'disconnected' };
    }
    void this.#run();
  }

  /** Ends every request and timer. The observer is not told anything any more. */
  stop(): void {
    this.#life.abort();
    this.#stream.abort();
    this.#endPause?.();
    this.#cancelFrame?.();
  }

  /** Does not wait any longer, if it is waiting to try again: somebody is looking. */
  retryNow(): void {
    this.#endPause?.();
  }

  /** The network has changed: an open stream is not trusted any more, and nothing is waited for. */
  reconnect(): void {
    this.#stream.abort();
    this.#endPause?.();
  }

  async #run(): Promise<void> {
    while (!this.#life.signal.aborted) {
      const resourceVersion = await this.#list();
      if (resourceVersion !== undefined) await this.#follow(resourceVersion);
    }
  }

  /** Reads the list. Without success it has said so and waited, and the result is `undefined`. */
  async #list(): Promise<string | undefined> {
    let resourceVersion = '';
    let fresh: readonly Item[] = [];
    try {
      for await (const chunk of listChunks(this.#host, this.#source, this.#life.signal)) {
        fresh = applyEvents(chunk.first ? [] : fresh, chunk.items.map(added));
        resourceVersion = chunk.resourceVersion;
        if (!this.#complete) this.#showLoaded(fresh, chunk.remaining);
      }
    } catch (cause) {
      await this.#listFailed(cause);
      return undefined;
    }
    this.#pending.clear();
    this.#items = keepUnchanged(this.#items, fresh);
    this.#complete = true;
    if (this.#state.phase === 'stale') {
      this.#become({ phase: 'stale', since: this.#scheduler.now(), reason: this.#state.reason });
    } else this.#publish();
    return resourceVersion;
  }

  #showLoaded(items: readonly Item[], remaining: number | undefined): void {
    this.#items = items;
    const loaded = items.length;
    this.#become({
      phase: 'listing',
      loaded,
      ...(remaining === undefined ? {} : { total: loaded + remaining }),
    });
  }

  async #listFailed(cause: unknown): Promise<void> {
    if (this.#life.signal.aborted) return;
    const { error } = cause instanceof ApiFailure ? cause : networkFailure(cause);
    if (error.status === 403 || error.status === 404) {
      this.#forget();
      this.#become(error.status === 403 ? { phase: 'forbidden', error } : { phase: 'absent' });
      await this.#pause(deniedDelay);
      return;
    }
    if (this.#complete) this.#becomeStale('failed', error);
    else this.#become({ phase: 'failed', error });
    await this.#pauseAfterFailure();
  }

  /** Follows the list until it must be read again. */
  async #follow(from: string): Promise<void> {
    let resourceVersion = from;
    while (!this.#life.signal.aborted) {
      this.#stream = new AbortController();
      const opened = this.#scheduler.now();
      const ending = await watchOnce(
        this.#host,
        this.#source,
        resourceVersion,
        this.#scheduler,
        this.#stream.signal,
        {
          onOpen: () => {
            this.#become({ phase: 'live' });
          },
          onEvent: (event) => {
            this.#pending.set(event.object.metadata.uid, event);
            this.#publish();
          },
        },
      );
      if (this.#life.signal.aborted) return;
      resourceVersion = ending.resourceVersion;
      if (ending.worked) this.#attempt = 0;
      const relist = await this.#mend(ending, this.#scheduler.now() - opened);
      if (relist) return;
    }
  }

  /** Says what the end of a watch means and waits as long as it asks for. True when the list must be read again. */
  async #mend(ending: WatchEnding, lasted: number): Promise<boolean> {
    switch (ending.why) {
      case 'closed':
      case 'cut':
        if (ending.why === 'closed' && lasted >= longEnough) return false;
        this.#becomeStale('disconnected', ending.error);
        await this.#pauseAfterFailure();
        return false;
      case 'silent':
        this.#becomeStale('silent', undefined, ending.heard);
        if (!ending.worked && lasted < longEnough) await this.#pauseAfterFailure();
        return false;
      case 'expired':
        this.#becomeStale('expired');
        await this.#pauseBeforeRelist();
        return true;
      case 'refused':
        this.#becomeStale('failed', ending.error);
        await this.#pauseAfterFailure();
        return true;
    }
  }

  /** A server that goes on forgetting what it has just listed is asked ever more slowly. */
  async #pauseBeforeRelist(): Promise<void> {
    if (this.#attempt > 0) {
      await this.#pauseAfterFailure();
      return;
    }
    this.#attempt = 1;
    await this.#pause(relistDelay(this.#scheduler.random()));
  }

  async #pauseAfterFailure(): Promise<void> {
    const delay = backoffDelay(this.#attempt, this.#scheduler.random());
    this.#attempt += 1;
    await this.#pause(delay);
  }

  #pause(delay: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        cancel();
        this.#endPause = undefined;
        resolve();
      };
      const cancel = this.#scheduler.after(delay, end);
      this.#endPause = end;
    });
  }

  #forget(): void {
    this.#items = [];
    this.#pending.clear();
    this.#complete = false;
  }

  /** Stale since the first thing that went wrong: later failures change the reason, not the time. */
  #becomeStale(
    reason: Extract<ListState, { phase: 'stale' }>['reason'],
    error?: ApiError,
    heard?: number,
  ): void {
    const since = this.#state.phase === 'stale' ? this.#state.since : (heard ?? this.#scheduler.now());
    this.#become({ phase: 'stale', since, reason, ...(error === undefined ? {} : { error }) });
  }

  #become(state: ListState): void {
    this.#state = state;
    this.#publish();
  }

  #publish(): void {
    if (this.#life.signal.aborted) return;
    this.#cancelFrame ??= this.#scheduler.frame(() => {
      this.#cancelFrame = undefined;
      this.#items = applyEvents(this.#items, this.#pending.values());
      this.#pending.clear();
      this.#observer({ items: this.#items, state: this.#state });
    });
  }
}

function added<Item>(object: Item): ObjectEvent<Item> {
  return { type: 'ADDED', object };
}
