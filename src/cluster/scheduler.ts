/** Time as the list-and-watch engine sees it, so that tests can drive it. All times in milliseconds. */
export interface Scheduler {
  now(): number;
  /** Runs once after `delay`; the result cancels it. */
  after(delay: number, run: () => void): () => void;
  /** Runs once before the next paint; the result cancels it. */
  frame(run: () => void): () => void;
  /** 0 inclusive to 1 exclusive: spreads the retries of many lists. */
  random(): number;
}

/** A hidden tab paints no frames; its lists are brought up to date this often instead. */
const hiddenFrame = 250;

export const browserScheduler: Scheduler = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(delay, run) {
    const timer = setTimeout(run, delay);
    return () => {
      clearTimeout(timer);
    };
  },
  frame(run) {
    const once = () => {
      cancel();
      run();
    };
    const frame = requestAnimationFrame(once);
    const timer = setTimeout(once, hiddenFrame);
    const cancel = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    return cancel;
  },
};
