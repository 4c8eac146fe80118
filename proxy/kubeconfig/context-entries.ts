import { ConnectionFailure } from '../problem.ts';
import { type Entry, isEntry, type Kubeconfig, textOf } from './kubeconfig.ts';

/** What one context puts together. */
export interface ContextEntries {
  readonly context: string;
  readonly cluster: Entry;
  /** `clusters[].cluster.server`, without a slash at its end, and without a name and password in it. */
  readonly server: URL;
  /** `''` where the context names no user. */
  readonly userName: string;
  readonly user: Entry;
}

/**
 * The cluster and user of a context. A context without a user asks as nobody, as with kubectl.
 *
 * @throws {ConnectionFailure} when there is no such context, or what it names is not there.
 */
export function contextEntries(kubeconfig: Kubeconfig, context: string): ContextEntries {
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
  return {
    context,
    cluster,
    server: serverOf(cluster) ?? refuse(`the server of cluster "${clusterName}" is no http or https address`),
    userName,
    user,
  };
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

/** An address as text, for messages and for putting a path behind it. */
export function addressOf(server: URL): string {
  return server.href.replace(/\/$/, '');
}

/** `users[].user.exec`, where the user has an exec plugin. */
export function execOf(user: Entry): Entry | undefined {
  return isEntry(user['exec']) ? user['exec'] : undefined;
}
