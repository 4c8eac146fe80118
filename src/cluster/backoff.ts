const first = 1000;
const factor = 1.5;
const longest = 30_000;

/**
 * Milliseconds to wait before try number `attempt` (0 is the first repetition): 1 s, then half as long again each
 * time, at most 30 s; up to a fifth less by chance, so that the lists of one page do not come all at once.
 */
export function backoffDelay(attempt: number, random: number): number {
  return Math.min(longest, first * factor ** attempt) * (1 - 0.2 * random);
}

/** Before reading a list again that the server no longer remembers: many clients are told so in the same moment. */
export function relistDelay(random: number): number {
  return 1000 * random;
}

/** How often a list is asked for again that may not be read (403) or does not exist (404). */
export const deniedDelay = 60_000;
