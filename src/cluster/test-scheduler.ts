import type { Scheduler } from './scheduler.ts';

/** A scheduler that a test drives: time stands still until `advance`, frames are painted by `paint`. */
export class TestScheduler implements Scheduler {
  #now = 0;
  #timers = new Map<symbol, { at: number; run: () => void }>();
  #frames = new Map<symbol, () => void>();
  /** What `random` answers. */
  chance = 0;

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.chance;
  }

  after(delay: number, run: () => void): () => void {
    const id = Symbol('timer');
    this.#timers.set(id, { at: this.#now + delay, run });
    return () => {
      this.#timers.delete(id);
    };
  }

  frame(run: () => void): () => void {
    const id = Symbol('frame');
    this.#frames.set(id, run);
    return () => {
      this.#frames.delete(id);
    };
  }

  /** Lets `ms` pass; due timers run in order, each with the promises that it sets off. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers]
        .filter(([, timer]) => timer.at <= end)
        .sort(([, a], [, b]) => a.at - b.at)[0];
      if (due === undefined) break;
      const [id, timer] = due;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, timer.at);
      timer.run();
      await settle();
    }
    this.#now = end;
    await settle();
  }

  /** The clock goes on without any timer: the computer sleeps. */
  sleep(ms: number): void {
    this.#now += ms;
    for (const timer of this.#timers.values()) timer.at += ms;
  }

  paint(): void {
    const frames = [...this.#frames.values()];
    this.#frames.clear();
    for (const run of frames) run();
  }

  /** Milliseconds until each waiting timer. */
  get waiting(): number[] {
    return [...this.#timers.values()].map((timer) => timer.at - this.#now).sort((a, b) => a - b);
  }

  get pending(): number {
    return this.#timers.size + this.#frames.size;
  }
}

/** Lets everything happen that needs no time: promises and streams. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
