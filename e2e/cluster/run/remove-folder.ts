import { rmSync } from 'node:fs';

const TRIES = 20;
/** Milliseconds. */
const BETWEEN = 50;

/**
 * Removes a folder whose programs have just been killed. One may not be gone yet and write between two steps of the removal; the
 * retries of node itself do not look for new files.
 * @throws Error when it cannot be removed
 */
export function removeFolder(folder: string): void {
  for (let left = TRIES; ; left -= 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      if (left <= 1) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BETWEEN);
    }
  }
}
