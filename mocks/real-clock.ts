import type { Clock } from './clock.ts';
import { createManualClock } from './manual-clock.ts';

/** A clock that runs by itself, and can be stopped when its cluster is closed. */
export interface RealClock extends Clock {
  /** Lives through the time that it was started before now, all at once, and runs by itself from then on. */
  catchUp(): void;
  /** Drops all tasks that have not run. */
  stop(): void;
}

export interface RealClockOptions {
  /** With 10 a delay of ten seconds takes one, and the hands move ten times as fast. Default 1. */
  speed?: number;
  /** Starts this many milliseconds before now, and stands still until `catchUp`. Default 0: it runs at once. */
  behind?: number;
}

interface Task {
  due: number;
  run: () => void;
  cancel(): void;
}

const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** Real time, or faster: what was put off and what is read off agree in any case. */
export function createRealClock({ speed = 1, behind = 0 }: RealClockOptions = {}): RealClock {
  const start = Date.now();
  const before = createManualClock(start - behind);
  const tasks = new Set<Task>();
  let running = behind === 0;
  let stopped = false;

  const now = () => (running ? start + (Date.now() - start) * speed : before.now());

  function schedule(task: Task): void {
    const run = () => {
      tasks.delete(task);
      task.run();
    };
    if (!running) {
      const waiting = before.after(task.due - before.now(), run);
      task.cancel = () => waiting.cancel();
      return;
    }
    const timer = setTimeout(run, Math.min(LONGEST_TIMEOUT, Math.max(0, (task.due - now()) / speed)));
    // A waiting task does not keep the process alive; the server does.
    timer.unref();
    task.cancel = () => clearTimeout(timer);
  }

  return {
    now,
    after(delay, run) {
      const task: Task = { due: now() + delay, run, cancel: () => undefined };
      if (stopped) return task;
      tasks.add(task);
      schedule(task);
      return {
        cancel: () => {
          task.cancel();
          tasks.delete(task);
        },
      };
    },
    catchUp() {
      if (running) return;
      before.advance(start - before.now());
      for (const task of tasks) task.cancel();
      running = true;
      for (const task of tasks) schedule(task);
    },
    stop() {
      stopped = true;
      for (const task of tasks) task.cancel();
      tasks.clear();
    },
  };
}
