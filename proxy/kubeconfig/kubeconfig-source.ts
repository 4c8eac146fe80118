import { statSync } from 'node:fs';
import type { Kubeconfig } from './kubeconfig.ts';
import type { KubeconfigFiles } from './kubeconfig-files.ts';
import { readKubeconfig } from './read-kubeconfig.ts';

/** A kubeconfig that is read again when a file of it has changed: whoever signs in anew need not start anew. */
export interface KubeconfigSource {
  /**
   * The same object until something changes.
   *
   * @throws {ConnectionFailure} as `readKubeconfig` does.
   */
  read(): Kubeconfig;
}

export function createKubeconfigSource(files: KubeconfigFiles): KubeconfigSource {
  let last: { readonly marks: string; readonly kubeconfig: Kubeconfig } | undefined;
  return {
    read() {
      const marks = files.paths.map(markOf).join('\n');
      if (last?.marks !== marks) last = { marks, kubeconfig: readKubeconfig(files) };
      return last.kubeconfig;
    },
  };
}

/** Changes when a file does. Why there is none to look at is said by reading it. */
function markOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown error';
  }
}
