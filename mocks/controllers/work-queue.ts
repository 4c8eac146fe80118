import type { Clock } from '../clock.ts';
import { StatusError } from '../store/store.ts';
import { FIRST_RETRY, LONGEST_RETRY } from './timing.ts';

/** Keys waiting for their reconcile. A key that is added several times before its turn is reconciled once. */
export interface WorkQueue {
  add(key: string): void;
  /** Adds the key after a delay in milliseconds; an earlier time that is already set stays. */
  addAfter(key: string, delay: number): void;
  /** Adds the key with the delay of a failed reconcile, for failures that are not thrown. */
  retry(key: string): void;
  stop(): void;
}

/** Turns at one moment of the clock; more mean that a controller keeps undoing its own work. */
const MOST_TURNS = 1_000;

interface Timer {
  due: number;
  cancel(): void;
}

/**
 * Reconciles one key at a time, never inside the change that caused it. A reconcile that throws is tried again with
 * doubling delay; the delay starts anew after a success.
 *
 * @param report receives errors that are no refusals of the API server, that is, mistakes in the controllers
 */
export function createWorkQueue(
  clock: Clock,
  reconcile: (key: string) => void,
  report: (error: unknown) => void,
): WorkQueue {
  const waiting = new Set<string>();
  const timers = new Map<string, Timer>();
  const failures = new Map<string, number>();
  let turn: { cancel(): void } | undefined;
  let stopped = false;
  let turns = 0;
  let lastTurn = 0;

  function process(key: string): void {
    const before = failures.get(key);
    try {
      reconcile(key);
      if (failures.get(key) === before) failures.delete(key);
    } catch (error) {
      if (!(error instanceof StatusError)) report(error);
      retry(key);
    }
  }

  function retry(key: string): void {
    const count = failures.get(key) ?? 0;
    failures.set(key, count + 1);
    addAfter(key, Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** count));
  }

  function takeTurn(): void {
    turn = undefined;
    const keys = [...waiting];
    waiting.clear();
    turns = clock.now() === lastTurn ? turns + 1 : 0;
    lastTurn = clock.now();
    if (turns > MOST_TURNS) {
      report(new Error(`reconciling does not settle: ${keys.join(', ')}`));
      for (const key of keys) addAfter(key, LONGEST_RETRY);
      return;
    }
    for (const key of keys) if (!stopped) process(key);
  }

  function add(key: string): void {
    if (stopped) return;
    waiting.add(key);
    turn ??= clock.after(0, takeTurn);
  }

  function addAfter(key: string, delay: number): void {
    if (stopped) return;
    const due = clock.now() + delay;
    const earlier = timers.get(key);
    if (earlier !== undefined && earlier.due <= due) return;
    earlier?.cancel();
    const timer = clock.after(delay, () => {
      timers.delete(key);
      add(key);
    });
    timers.set(key, { due, cancel: () => timer.cancel() });
  }

  return {
    add,
    addAfter,
    retry,
    stop() {
      stopped = true;
      turn?.cancel();
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
      waiting.clear();
    },
  };
}
