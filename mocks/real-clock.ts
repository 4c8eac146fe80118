import type { Clock } from './clock.ts';

/** A clock that runs by itself, and can be stopped when its cluster is closed. */
export interface RealClock extends Clock {
  /** Drops all tasks that have not run. */
  stop(): void;
}

const LONGEST_TIMEOUT = 2 ** 31 - 1;

/**
 * Real time, or faster: with `speed` 10 a delay of ten seconds takes one, and the hands of the clock move ten times as
 * fast from now on, so that what was put off and what is read off agree.
 */
export function createRealClock({ speed = 1 }: { speed?: number } = {}): RealClock {
  const start = Date.now();
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;
  return {
    now: () => start + (Date.now() - start) * speed,
    after(delay, task) {
      if (stopped) return { cancel: () => undefined };
      const milliseconds = Math.min(LONGEST_TIMEOUT, Math.max(0, delay / speed));
      const timer = setTimeout(() => {
        timers.delete(timer);
        task();
      }, milliseconds);
      // A waiting task does not keep the process alive; the server does.
      timer.unref();
      timers.add(timer);
      return {
        cancel: () => {
          clearTimeout(timer);
          timers.delete(timer);
        },
      };
    },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
