import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './is-alive.ts';
import { removeFolder } from './remove-folder.ts';

/** The beginning of the names of scratch folders. */
export const SCRATCH_PREFIX = 'podnic-real-';
/** The file in a scratch folder that says which process made it. */
export const OWNER_FILE = 'owner.pid';

/**
 * Removes the scratch folders of commands that were killed before they could clean up, and ends the programs that still work in
 * them. A folder whose owner lives, or is not known, is left alone, and so is every process that works elsewhere; what cannot be
 * removed is left to the next sweep.
 * @param parent where scratch folders are made
 */
export function sweepLeftovers(parent: string): void {
  const folders = readdirSync(parent)
    .filter((name) => name.startsWith(SCRATCH_PREFIX))
    .map((name) => join(parent, name));
  for (const folder of folders) {
    try {
      if (!isAbandoned(folder)) continue;
      for (const pid of workingIn(folder)) kill(pid);
      removeFolder(folder);
    } catch {
      // Another command sweeps as well, or it is somebody else's. A start does not depend on it.
    }
  }
}

function isAbandoned(folder: string): boolean {
  const file = join(folder, OWNER_FILE);
  if (!existsSync(file)) return false;
  const owner = Number(readFileSync(file, 'utf8'));
  return Number.isInteger(owner) && owner > 0 && !isAlive(owner);
}

/** The processes whose working directory this is. Where there is no /proc nothing is known of them. */
function workingIn(folder: string): number[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && directoryOf(name) === folder)
    .map(Number);
}

function directoryOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}
