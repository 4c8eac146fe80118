import { createHash } from 'node:crypto';
import { type ClusterNews, createClusterNews } from './cluster-news.ts';
import { type ClusterConnection, createConnection } from './cluster-connection.ts';
import { addressOf, contextEntries } from './kubeconfig/context-entries.ts';
import { usualContext } from './kubeconfig/kubeconfig.ts';
import type { KubeconfigSource } from './kubeconfig/kubeconfig-source.ts';
import { ConnectionFailure } from './problem.ts';
import { terminalLine } from './terminal-line.ts';

/** A context that the console offers as a cluster. */
export interface OfferedCluster {
  /** In paths: that of a context may have anything in it (`arn:aws:eks:…:cluster/prod`). */
  readonly name: string;
  /** The context's name. */
  readonly title: string;
  readonly server: string;
  readonly user: string;
  readonly connection: ClusterConnection;
  /** Whoever asks the cluster anything says here how it went. */
  readonly news: ClusterNews;
}

/**
 * The contexts that were asked for, each once; the kubeconfig's current one where none was.
 *
 * @param tell gets a line about each that cannot be used, whenever that shows.
 * @throws {ConnectionFailure} when the kubeconfig cannot be used, or a context is not in it.
 */
export function offerContexts(
  source: KubeconfigSource,
  asked: readonly string[],
  tell: (line: string) => void,
): readonly OfferedCluster[] {
  const kubeconfig = source.read();
  const usual = usualContext(kubeconfig);
  const contexts = asked.length > 0 ? [...new Set(asked)] : usual === undefined ? [] : [usual];
  if (contexts.length === 0) {
    const known = [...kubeconfig.contexts.keys()].join(', ');
    throw new ConnectionFailure({
      kind: 'kubeconfig',
      file: kubeconfig.source,
      detail:
        known === '' ? 'it has no contexts' : `it has no current context; choose with --context: ${known}`,
    });
  }
  const names = pathNames(contexts);
  return contexts.map((context, index) => {
    const { server, userName } = contextEntries(kubeconfig, context);
    return {
      name: names[index] ?? context,
      title: context,
      server: addressOf(server),
      user: userName,
      connection: createConnection(source, context),
      news: createClusterNews((sentence) => tell(terminalLine(`${context}: ${sentence}`))),
    };
  });
}

/**
 * A name for each context that a path can have as it is. A tab that is still open asks by it after another start with other contexts, so
 * that it must come from the context alone: one whose own name will not do has a mark of that name behind it. A number is for two
 * that come out alike all the same.
 */
export function pathNames(contexts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return contexts.map((context) => {
    const usual = pathName(context);
    let name = usual;
    for (let count = 2; taken.has(name); count += 1) name = `${usual}-${count}`;
    taken.add(name);
    return name;
  });
}

function pathName(context: string): string {
  const plain = context.replaceAll(/[^\w.-]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, '') || 'cluster';
  return plain === context ? plain : `${plain}-${markOf(context)}`;
}

function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
