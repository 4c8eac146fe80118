import type { ResourceName } from '../../store/store.ts';

/** An open watch, as the faults see it. */
export interface OpenWatch {
  resource: ResourceName;
  /** Cuts its connection without a word. */
  cut(): void;
  /** Tells it 410 and ends it. */
  expire(): void;
  /** Lets nothing through any more, and keeps the connection. */
  silence(): void;
}

/** Faults that tests can bring about, besides the telling names. */
export interface Faults {
  /** Ends open watches as a broken network does. @returns how many */
  cutWatches(plural?: string): number;
  /** Makes every resourceVersion so far too old, and tells the open watches. */
  expireHistory(): void;
  /** Turns open watches into half-open ones. New watches are well. @returns how many */
  silenceWatches(plural?: string): number;
  /** Answers the next lists with an error. */
  failLists(options: { times: number; code: number; plural?: string }): void;
}

interface FailingLists {
  left: number;
  code: number;
  plural: string | undefined;
}

/** Keeps the open watches and the errors in store for lists. */
export class WatchRegistry {
  readonly #open = new Set<OpenWatch>();
  #failing: FailingLists = { left: 0, code: 500, plural: undefined };

  /** @returns how to take it out again */
  add(watch: OpenWatch): () => void {
    this.#open.add(watch);
    return () => this.#open.delete(watch);
  }

  /** Does something to all watches, or those of a plural. */
  each(plural: string | undefined, task: (watch: OpenWatch) => void): number {
    const chosen = [...this.#open].filter(
      ({ resource }) => plural === undefined || resource.endsWith(`/${plural}`),
    );
    for (const watch of chosen) task(watch);
    return chosen.length;
  }

  failLists(times: number, code: number, plural: string | undefined): void {
    this.#failing = { left: times, code, plural };
  }

  /** The code with which this list has to fail; undefined lets it through. */
  takeFailure(plural: string): number | undefined {
    const { left, code, plural: only } = this.#failing;
    if (left <= 0 || (only !== undefined && only !== plural)) return undefined;
    this.#failing.left -= 1;
    return code;
  }
}
