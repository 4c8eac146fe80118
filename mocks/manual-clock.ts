import type { Clock } from './clock.ts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves time on by `milliseconds`, running each task that falls due at its own time, in order. */
  advance(milliseconds: number): void;
}

interface Task {
  due: number;
  order: number;
  run: () => void;
}

/** @param start milliseconds since 1970; default is a fixed day, so that tests read the same every time */
export function createManualClock(start: number = Date.UTC(2026, 0, 15, 8, 0, 0)): ManualClock {
  let now = start;
  let order = 0;
  const tasks = new Set<Task>();

  function nextDue(limit: number): Task | undefined {
    let first: Task | undefined;
    for (const task of tasks) {
      if (task.due > limit) continue;
      if (
        first === undefined ||
        task.due < first.due ||
        (task.due === first.due && task.order < first.order)
      ) {
        first = task;
      }
    }
    return first;
  }

  return {
    now: () => now,
    after(delay, run) {
      order += 1;
      const task: Task = { due: now + Math.max(0, delay), order, run };
      tasks.add(task);
      return { cancel: () => void tasks.delete(task) };
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (let task = nextDue(end); task !== undefined; task = nextDue(end)) {
        tasks.delete(task);
        now = Math.max(now, task.due);
        task.run();
      }
      now = end;
    },
  };
}
