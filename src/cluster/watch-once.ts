import type { ClusterAccess } from '../host/host.ts';
import { ApiFailure, type ApiError } from './api-error.ts';
import type { ObjectEvent } from './apply-events.ts';
import { listPath, type ListSource } from './list-source.ts';
import { openWatch } from './open-watch.ts';
import type { KubernetesObject, Stored } from './resources.ts';
import type { Scheduler } from './scheduler.ts';
import { readFrames } from './watch-stream.ts';

/** A stream without a frame for so long is taken for half open: a server sends a bookmark about every minute. */
export const silenceLimit = 90_000;

/**
 * How often the silence is looked at. Not one timer of 90 s: timers stand still while a computer sleeps, so the
 * clock is asked often enough to notice soon after it wakes.
 */
const silenceCheck = 15_000;

export interface WatchEnding {
  readonly why:
    /** The server closed it in good order, as it does every few minutes. */
    | 'closed'
    /** The connection broke, or could not be made. */
    | 'cut'
    /** Nothing was heard for `silenceLimit`, or the network has changed under it. */
    | 'silent'
    /** 410: the list must be read again. */
    | 'expired'
    /** The server will not watch this, or sent what cannot be read; the list must be read again to know why. */
    | 'refused';
  /** What the server said, where it did. */
  readonly error?: ApiError;
  /** Where the next watch goes on from. */
  readonly resourceVersion: string;
  /** When something was last heard (milliseconds). */
  readonly heard: number;
  /** It worked: something was heard after the opening. */
  readonly worked: boolean;
}

export interface WatchObserver<Item> {
  /** The server accepted the watch: from here on the list is followed. */
  onOpen(): void;
  onEvent(event: ObjectEvent<Item>): void;
}

/**
 * Follows a list by one watch until that ends, in whatever way. Never rejects.
 *
 * @param signal ends it as `silent`: the caller stops, or knows that the network has changed.
 */
export async function watchOnce<Item extends Stored<KubernetesObject>>(
  host: ClusterAccess,
  source: ListSource<Item>,
  from: string,
  scheduler: Scheduler,
  signal: AbortSignal,
  observer: WatchObserver<Item>,
): Promise<WatchEnding> {
  let resourceVersion = from;
  let heard = scheduler.now();
  let worked = false;
  const ending = (why: WatchEnding['why']): WatchEnding => ({ why, resourceVersion, heard, worked });
  const refusal = (error: ApiError): WatchEnding => ({ ...ending(endingOfError(error)), error });

  const stream = new AbortController();
  const silence = watchSilence(scheduler, () => heard, stream);
  const cut = () => {
    stream.abort();
  };
  signal.addEventListener('abort', cut, { once: true });
  try {
    const body = await openWatch(host, source.cluster, watchPath(source, from), stream.signal);
    heard = scheduler.now();
    observer.onOpen();
    for await (const frame of readFrames(body, source.resource)) {
      heard = scheduler.now();
      if (frame.type === 'UNREADABLE') return ending('refused');
      if (frame.type === 'ERROR') return refusal(frame.error);
      worked = true;
      resourceVersion = frame.resourceVersion;
      if (frame.type === 'OBJECT') observer.onEvent(frame.event);
    }
    return ending('closed');
  } catch (cause) {
    if (stream.signal.aborted) return ending('silent');
    return cause instanceof ApiFailure ? refusal(cause.error) : ending('cut');
  } finally {
    silence();
    signal.removeEventListener('abort', cut);
  }
}

function watchPath<Item extends KubernetesObject>(source: ListSource<Item>, resourceVersion: string): string {
  return listPath(source, { watch: '1', allowWatchBookmarks: 'true', resourceVersion });
}

/** 429 and 5xx pass by themselves; with any other refusal the list says more. */
function endingOfError(error: ApiError): WatchEnding['why'] {
  if (error.status === 410) return 'expired';
  return error.status === 429 || error.status >= 500 ? 'cut' : 'refused';
}

/** Aborts `stream` once nothing was heard for `silenceLimit`; the result ends the looking. */
function watchSilence(scheduler: Scheduler, heard: () => number, stream: AbortController): () => void {
  let cancel: () => void = () => undefined;
  const look = () => {
    if (scheduler.now() - heard() >= silenceLimit) stream.abort();
    else cancel = scheduler.after(silenceCheck, look);
  };
  cancel = scheduler.after(silenceCheck, look);
  return () => {
    cancel();
  };
}
