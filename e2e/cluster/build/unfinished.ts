import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../run/is-alive.ts';

const UNFINISHED = /\.unfinished-(\d+)$/;

/** Where something is made that is moved to its place when it is complete. */
export function unfinished(path: string): string {
  return `${path}.unfinished-${process.pid}`;
}

/** Removes from a folder what processes were making that are no more. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = UNFINISHED.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}
