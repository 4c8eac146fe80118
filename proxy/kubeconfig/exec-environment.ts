import { readFileSync } from 'node:fs';
import { type Entry, isEntry, textOf } from './kubeconfig.ts';

/**
 * The environment of an exec plugin: ours, what the kubeconfig adds to it, and what the plugin is told.
 *
 * @param exec `users[].user.exec`.
 * @param cluster `clusters[].cluster`, which is told where `provideClusterInfo` asks for it.
 */
export function pluginEnvironment(exec: Entry, cluster: Entry): NodeJS.ProcessEnv {
  const entries: readonly unknown[] = Array.isArray(exec['env']) ? exec['env'] : [];
  const added = entries.filter(isEntry).map((entry) => [textOf(entry, 'name'), textOf(entry, 'value')]);
  return { ...process.env, ...Object.fromEntries(added), KUBERNETES_EXEC_INFO: execInfo(exec, cluster) };
}

function execInfo(exec: Entry, cluster: Entry): string {
  return JSON.stringify({
    apiVersion: textOf(exec, 'apiVersion'),
    kind: 'ExecCredential',
    spec: {
      interactive: false,
      ...(exec['provideClusterInfo'] === true ? { cluster: clusterInfo(cluster) } : {}),
    },
  });
}

const toldOfCluster = [
  'server',
  'tls-server-name',
  'insecure-skip-tls-verify',
  'proxy-url',
  'disable-compression',
];

/** `spec.cluster` of an ExecCredential: a CA that is in a file comes as data. */
function clusterInfo(cluster: Entry): Entry {
  const caFile = textOf(cluster, 'certificate-authority');
  const caData = textOf(cluster, 'certificate-authority-data') || (caFile === '' ? '' : base64Of(caFile));
  return {
    ...Object.fromEntries(Object.entries(cluster).filter(([key]) => toldOfCluster.includes(key))),
    ...(caData === '' ? {} : { 'certificate-authority-data': caData }),
    ...configOf(cluster['extensions']),
  };
}

/** A CA that cannot be read is told where the connection is made. */
function base64Of(file: string): string {
  try {
    return readFileSync(file, 'base64');
  } catch {
    return '';
  }
}

/** The extension that a cluster keeps for exec plugins. */
function configOf(extensions: unknown): object {
  const list: readonly unknown[] = Array.isArray(extensions) ? extensions : [];
  const ours = list.filter(isEntry).find(({ name }) => name === 'client.authentication.k8s.io/exec');
  return ours === undefined ? {} : { config: ours['extension'] };
}
