import type { Audience } from './guard/own-page.ts';
import { kubeconfigFiles } from './kubeconfig/kubeconfig-files.ts';
import { createKubeconfigSource } from './kubeconfig/kubeconfig-source.ts';
import { offerContexts } from './offered-clusters.ts';
import { ConnectionFailure } from './problem.ts';
import type { RealClusters } from './serve.ts';
import { terminalLine } from './terminal-line.ts';

export interface OpenOptions {
  /** The usual files of kubectl when absent. */
  readonly file: string | undefined;
  /** The current one when empty. */
  readonly contexts: readonly string[];
  readonly audience: Audience;
  /** Gets a line for the terminal about each cluster that cannot be used. Nobody does when absent. */
  readonly tell?: (line: string) => void;
}

export type Opened =
  { readonly ok: true; readonly real: RealClusters } | { readonly ok: false; readonly sentence: string };

/** The clusters that were asked for. Nothing is sent to any of them yet. */
export function openClusters(
  { file, contexts, audience, tell = () => {} }: OpenOptions,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): Opened {
  const source = createKubeconfigSource(kubeconfigFiles(file, environment, home));
  try {
    return { ok: true, real: { clusters: offerContexts(source, contexts, tell), audience } };
  } catch (error) {
    if (!(error instanceof ConnectionFailure)) throw error;
    return { ok: false, sentence: terminalLine(error.message) };
  }
}
