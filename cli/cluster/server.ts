import { known, type Knowledge } from '../../src/domain/cluster-view.ts';
import { type ApiError, apiErrorOf } from '../../src/cluster/api-error.ts';
import { decodeAll } from '../../src/cluster/knowledge.ts';
import { listChunks } from '../../src/cluster/list-chunks.ts';
import type { ListSource } from '../../src/cluster/list-source.ts';
import { type KubernetesObject, resources, type Stored } from '../../src/cluster/resources.ts';
import { settingsOf, settingsSelector, usualNamespaces } from '../../src/cluster/settings-places.ts';
import { clusterViewOf, type ViewLists, type ViewPartName, viewParts } from '../../src/cluster/view-parts.ts';
import type { Host } from '../../src/host/host.ts';
import { CannotRun } from '../cannot-run.ts';
import { type ApiAccess, apiFetch, certificateProblem } from './api-fetch.ts';
import { type ClusterFacts, eachPart, partNames } from './cluster-facts.ts';

/** There is one cluster, and requests need no name for it. */
const cluster = '';

type Source = ListSource<Stored<KubernetesObject>>;
type Answer =
  { readonly ok: true; readonly items: readonly object[] } | { readonly ok: false; readonly error: ApiError };

/**
 * A cluster as its API server tells it now. A list that is forbidden, not installed or broken is noted as such; a
 * server that cannot be spoken to at all is no cluster.
 * @throws {CannotRun}
 */
export async function readServer(access: ApiAccess): Promise<ClusterFacts> {
  const host = apiFetch(access);
  const names = partNames;
  const answers = await Promise.all(
    names.map((name) => readList(host, { cluster, resource: viewParts[name].resource })),
  );
  const byName = new Map(names.map((name, index) => [name, answers[index]]));
  refuseDeaf(access.url, byName);
  const lists = eachPart((name) => knowledgeOf(name, byName.get(name))) as ViewLists;
  const absent = lists.pools.state === 'absent';
  const configMap: Knowledge<object> = absent ? { state: 'absent' } : await readSettings(host);
  const settings = settingsOf(known(configMap), absent);
  return { source: 'server', view: clusterViewOf(lists, settings), configMap };
}

async function readList(host: Pick<Host, 'fetch'>, source: Source): Promise<Answer> {
  const signal = new AbortController().signal;
  let items: object[] = [];
  try {
    for await (const chunk of listChunks(host, source, signal)) {
      items = chunk.first ? [...chunk.items] : [...items, ...chunk.items];
    }
    return { ok: true, items };
  } catch (cause) {
    return { ok: false, error: apiErrorOf(cause) };
  }
}

/** Namespaces are of every cluster: a server that does not know them is none. */
function refuseDeaf(url: string, answers: ReadonlyMap<ViewPartName, Answer | undefined>): void {
  const errors = [...answers.values()].flatMap((answer) =>
    answer === undefined || answer.ok ? [] : [answer.error],
  );
  for (const { kind, status, message } of errors) {
    if (kind === 'network') {
      const untrusted = message.startsWith(certificateProblem);
      const problem = untrusted ? message.slice(certificateProblem.length) : message;
      throw new CannotRun(untrusted ? 'cannot.certificate' : 'cannot.unreachable', { url, problem });
    }
    if (status === 401) throw new CannotRun('cannot.unauthorized', { url });
  }
  const namespaces = answers.get('namespaces');
  if (namespaces?.ok === false && namespaces.error.status !== 403) {
    const others = errors.filter(({ status }) => status !== 403 && status !== 404);
    if (namespaces.error.status === 404 || others.length === answers.size) {
      throw new CannotRun('cannot.noApi', { url, problem: namespaces.error.message.slice(0, 200) });
    }
  }
}

function knowledgeOf(name: ViewPartName, answer: Answer | undefined): Knowledge<readonly unknown[]> {
  if (answer === undefined) return { state: 'unknown', problem: '' };
  if (answer.ok) {
    return { state: 'known', value: decodeAll<unknown, unknown>(answer.items, viewParts[name].decode) };
  }
  switch (answer.error.status) {
    case 403:
      return { state: 'forbidden' };
    case 404:
      return { state: 'absent' };
    default:
      return { state: 'unknown', problem: answer.error.message };
  }
}

/**
 * In all namespaces; where that is forbidden, in those that Spiderpool is usually installed in. One that is in neither
 * may be where nobody may look.
 */
async function readSettings(host: Pick<Host, 'fetch'>): Promise<Knowledge<object>> {
  const source = { cluster, resource: resources.configMaps, fieldSelector: settingsSelector };
  const everywhere = await readList(host, source);
  if (everywhere.ok) return foundIn(everywhere.items) ?? { state: 'absent' };
  if (everywhere.error.status !== 403) return { state: 'unknown', problem: everywhere.error.message };
  for (const namespace of [usualNamespaces.first, usualNamespaces.second]) {
    const there = await readList(host, { ...source, namespace });
    const found = there.ok ? foundIn(there.items) : undefined;
    if (found !== undefined) return found;
  }
  return { state: 'forbidden' };
}

function foundIn([first]: readonly object[]): Knowledge<object> | undefined {
  return first === undefined ? undefined : { state: 'known', value: first };
}
