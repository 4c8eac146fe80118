import type { RequestOptions } from 'node:https';
import { KubeConfig } from '@kubernetes/client-node';
import { addressOf, type ContextEntries } from './context-entries.ts';
import type { Entry } from './kubeconfig.ts';

/** What a file may be named by, where its content may stand in the kubeconfig itself. */
const FILES = ['certificate-authority', 'client-certificate', 'client-key'];

/**
 * What client-node makes of a context: its certificates and keys, how the server is to be trusted, who asks, and an agent. It is
 * given only what it takes as kubectl does: data in the kubeconfig counts before a file beside it (client-go,
 * transport/transport.go), and proxies, exec plugins, token files and token providers are seen to elsewhere.
 *
 * @param user the user, or what stands for it: the certificate of an exec plugin in the keys of a kubeconfig.
 * @param token of the user, wherever it comes from; `''` where there is none.
 * @throws when a file cannot be read.
 */
export async function kubeOptions(
  { cluster, server }: ContextEntries,
  user: Entry,
  token: string,
): Promise<RequestOptions> {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromString(
    JSON.stringify({
      'current-context': 'context',
      contexts: [{ name: 'context', context: { cluster: 'cluster', user: 'user' } }],
      clusters: [
        {
          name: 'cluster',
          cluster: {
            ...only(cluster, ['certificate-authority', 'insecure-skip-tls-verify', 'tls-server-name']),
            server: addressOf(server),
            // It refuses plain http without this, which says nothing where there is no TLS.
            ...(server.protocol === 'http:' ? { 'insecure-skip-tls-verify': true } : {}),
          },
        },
      ],
      users: [
        {
          name: 'user',
          user: {
            ...only(user, ['client-certificate', 'client-key', 'username']),
            password: user['password'] ?? '',
            ...(token === '' ? {} : { token }),
          },
        },
      ],
    }),
  );
  const options: RequestOptions = {};
  await kubeConfig.applyToHTTPSOptions(options);
  return options;
}

function only(entry: Entry, keys: readonly string[]): Entry {
  const kept = keys.map((key) => {
    const data = `${key}-data`;
    const isInline = FILES.includes(key) && (entry[data] ?? '') !== '';
    return isInline ? [data, entry[data]] : [key, entry[key]];
  });
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined && value !== ''));
}
