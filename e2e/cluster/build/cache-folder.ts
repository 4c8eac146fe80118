import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where builds are kept: outside the work tree, so that every clone finds them. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const base = environment['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(base, 'podnic', 'cluster');
}
