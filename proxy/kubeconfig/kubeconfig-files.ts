import { delimiter, join, resolve } from 'node:path';

/** Which files a kubeconfig is read from. */
export interface KubeconfigFiles {
  readonly paths: readonly string[];
  /** Whether one that is not there is passed over, as kubectl does with those of `KUBECONFIG`. */
  readonly lenient: boolean;
}

/**
 * The file that was asked for; else those of the variable `KUBECONFIG`; else `~/.kube/config`. As kubectl does
 * (kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig).
 */
export function kubeconfigFiles(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): KubeconfigFiles {
  if (asked !== undefined) return { paths: [resolve(asked)], lenient: false };
  const listed = (environment['KUBECONFIG'] ?? '').split(delimiter).filter((path) => path !== '');
  if (listed.length > 0) return { paths: listed.map((path) => resolve(path)), lenient: listed.length > 1 };
  return { paths: [join(home, '.kube', 'config')], lenient: false };
}
