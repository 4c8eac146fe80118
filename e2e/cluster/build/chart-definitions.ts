import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { moduleFolder, requireGo } from './go-toolchain.ts';
import type { PinnedModule } from './programs.ts';
import { unfinished } from './unfinished.ts';

/**
 * The folder of the CustomResourceDefinitions of Spiderpool's chart. They are kept beside the programs, so that a start needs no Go.
 * @param folder of the programs
 * @throws CannotBuild
 */
export function chartDefinitions(module: PinnedModule, folder: string): string {
  const kept = join(folder, 'definitions');
  if (existsSync(kept)) return kept;
  requireGo();
  const source = join(moduleFolder(module, module.subject), 'charts', 'spiderpool', 'crds');
  keepCopy(source, kept);
  return kept;
}

/** Copies a folder, so that nobody sees half of it. Where another process was faster, its copy is kept. */
export function keepCopy(source: string, kept: string): void {
  const copy = unfinished(kept);
  try {
    cpSync(source, copy, { recursive: true });
    renameSync(copy, kept);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['ENOTEMPTY', 'EEXIST'].includes(code)) throw error;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
