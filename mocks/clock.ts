/** Time as the simulated cluster sees it. Tests drive it by hand; people see it run. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once, `delay` milliseconds from now. */
  after(delay: number, task: () => void): { cancel(): void };
}
