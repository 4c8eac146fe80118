import { setTimeout as delay } from 'node:timers/promises';
import { ApiError } from '../api/api-client.ts';
import { AgentUnreachable } from './agent-client.ts';

/** Work that has to be done in order for each of many objects, and side by side for different ones. */
export interface WorkOrder {
  /** Adds work for an object, after what it has to wait for already. */
  add(key: string, work: () => Promise<void>): void;
  /** Ends when nothing is waiting. */
  idle(): Promise<void>;
  stop(): void;
}

const FIRST_RETRY = 200;
const LONGEST_RETRY = 5_000;
const MOST_CONFLICTS = 2;

/**
 * Work that fails for want of an answer is tried again: a server that is down comes back. What a server refuses, and what is wrong
 * here, is given up.
 * @param report receives what was given up, and of what is tried again the first failure
 */
export function createWorkOrder(report: (error: unknown) => void): WorkOrder {
  const last = new Map<string, Promise<void>>();
  const stop = new AbortController();

  async function persist(work: () => Promise<void>): Promise<void> {
    let conflicts = 0;
    let isTold = false;
    for (let wait = FIRST_RETRY; !stop.signal.aborted; wait = Math.min(LONGEST_RETRY, wait * 2)) {
      try {
        await work();
        return;
      } catch (error) {
        // What fails because everything ends is no news.
        if (stop.signal.aborted) return;
        if (isConflict(error) && conflicts < MOST_CONFLICTS) {
          // Somebody else wrote at the same moment; or the object is another one, which stays so.
          conflicts += 1;
        } else if (!hasNoAnswer(error)) {
          if (!isGone(error)) report(error);
          return;
        } else if (!isTold) {
          report(error);
          isTold = true;
        }
        await delay(wait, undefined, { ref: false });
      }
    }
  }

  return {
    add(key, work) {
      if (stop.signal.aborted) return;
      const before = last.get(key) ?? Promise.resolve();
      const done = before
        .then(() => persist(work))
        .then(() => {
          if (last.get(key) === done) last.delete(key);
        });
      last.set(key, done);
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
    stop() {
      stop.abort();
    },
  };
}

function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.reason === 'Conflict';
}

/** The object is not there any more, or is there already. */
function isGone(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 404 || (error.code === 409 && !isConflict(error)));
}

/** Whether the server may answer otherwise when it is asked again. */
function hasNoAnswer(error: unknown): boolean {
  if (error instanceof ApiError) return error.code >= 500 || error.code === 429;
  if (error instanceof AgentUnreachable) return true;
  // The operating system's words for a socket: ECONNREFUSED. Those of node begin with ERR_.
  return error instanceof Error && /^E(?!RR_)/.test((error as NodeJS.ErrnoException).code ?? '');
}
