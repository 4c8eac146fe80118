import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm passes on the Ctrl-C that a terminal has given to all of its programs. In milliseconds, this is one signal. */
const SAME = 1_000;

/** How a command ends that was sent a signal. */
export interface Ending {
  /** Aborted by the first one. */
  readonly signal: AbortSignal;
  /**
   * Lets the process end only when this is over, however it comes out: it knows of the signal above. A second signal does not
   * wait for it.
   */
  waitFor<T>(task: Promise<T>): Promise<T>;
  /** From now on a signal is how the command is meant to end: the exit code is 0, and not that of a command cut short. */
  expect(): void;
}

/**
 * Makes signals end the process as `process.exit` does, so that what has to be done then is done (`at-exit.ts`): without a
 * handler they end it alone, and leave the programs that it has started. Called once, before anything is started.
 */
export function endWithSignals(): Ending {
  const first = new AbortController();
  const waiting = new Set<Promise<unknown>>();
  let since = 0;
  let isExpected = false;

  function onSignal(name: (typeof SIGNALS)[number]): void {
    const end = () => process.exit(isExpected ? 0 : 128 + constants.signals[name]);
    if (first.signal.aborted) {
      if (performance.now() - since >= SAME) end();
      return;
    }
    since = performance.now();
    first.abort();
    if (waiting.size === 0) end();
    // Who waits for them as well hears of it first.
    void Promise.allSettled(waiting).then(() => setImmediate(end));
  }

  for (const name of SIGNALS) process.on(name, onSignal);
  return {
    signal: first.signal,
    waitFor(task) {
      waiting.add(task);
      return task.finally(() => waiting.delete(task));
    },
    expect() {
      isExpected = true;
    },
  };
}
