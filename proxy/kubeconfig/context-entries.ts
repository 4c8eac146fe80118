import { ConnectionFailure } from '../problem.ts';
import { environmentProxy } from './environment-proxy.ts';
import { type Entry, type Kubeconfig, textOf } from './kubeconfig.ts';
import { type ProxyAddress, readProxyAddress } from './proxy-address.ts';

/** What one context puts together. */
export interface ContextEntries {
  readonly context: string;
  readonly cluster: Entry;
  /** `clusters[].cluster.server`, without a slash at its end, and without a name and password in it. */
  readonly server: URL;
  /** The proxy before the server: `proxy-url`, else that of the environment. */
  readonly proxy: URL | undefined;
  /** `''` where the context names no user. */
  readonly userName: string;
  readonly user: Entry;
}

/**
 * The cluster and user of a context. A context without a user asks as nobody, as with kubectl.
 *
 * @param environment where `HTTPS_PROXY` and its like are looked up.
 * @throws {ConnectionFailure} when there is no such context, or what it names is not there or cannot be an address.
 */
export function contextEntries(
  kubeconfig: Kubeconfig,
  context: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ContextEntries {
  const { source, contexts, clusters, users } = kubeconfig;
  const entry = contexts.get(context);
  if (entry === undefined) {
    const known = [...contexts.keys()];
    throw new ConnectionFailure({ kind: 'context', context, file: source, known });
  }
  const refuse = (detail: string): never => {
    throw new ConnectionFailure({ kind: 'kubeconfig', file: source, detail });
  };
  const clusterName = textOf(entry, 'cluster');
  const cluster = clusters.get(clusterName);
  if (cluster === undefined)
    return refuse(`context "${context}" names cluster "${clusterName}", which is not there`);
  const userName = textOf(entry, 'user');
  const user = userName === '' ? {} : users.get(userName);
  if (user === undefined) return refuse(`context "${context}" names user "${userName}", which is not there`);
  const server =
    serverOf(cluster) ?? refuse(`the server of cluster "${clusterName}" is no http or https address`);
  const named = namedProxy(cluster);
  if (named?.ok === false) return refuse(`the proxy-url of cluster "${clusterName}" ${named.problem}`);
  return { context, cluster, server, proxy: named?.proxy ?? usualProxy(server, environment), userName, user };
}

function serverOf(cluster: Entry): URL | undefined {
  const text = textOf(cluster, 'server');
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  url.pathname = url.pathname.replace(/\/+$/, '');
  for (const part of ['username', 'password', 'search', 'hash'] as const) url[part] = '';
  return url;
}

/** `undefined` where the kubeconfig names no proxy. */
function namedProxy(cluster: Entry): ProxyAddress | undefined {
  const address = cluster['proxy-url'] ?? '';
  return address === '' ? undefined : readProxyAddress(typeof address === 'string' ? address : '');
}

function usualProxy(server: URL, environment: Readonly<Record<string, string | undefined>>): URL | undefined {
  const found = environmentProxy(server, environment);
  if (found === undefined) return undefined;
  const read = readProxyAddress(found.address);
  if (read.ok) return read.proxy;
  const detail = `the proxy in ${found.variable} ${read.problem}`;
  throw new ConnectionFailure({ kind: 'unreachable', server: addressOf(server), detail });
}

/** An address as text, for messages and for putting a path behind it. */
export function addressOf(server: URL): string {
  return server.href.replace(/\/$/, '');
}
