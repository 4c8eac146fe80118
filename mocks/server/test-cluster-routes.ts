import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject, textOr } from '../store/json.ts';
import { isManual, isScenarioName } from '../cluster.ts';
import type { SimulatedCluster } from '../cluster.ts';
import type { ClusterRegistry } from './cluster-registry.ts';
import { answerJson } from './answers.ts';

const BODY_LIMIT = 64 * 1024;

/**
 * What tests do to the clusters from outside of them (mocks/README.md): make and end a cluster, move its time, break its
 * watches. A real control plane for tests makes and ends its clusters at the same place (e2e/cluster/serve).
 */
export function handleTestClusters(
  registry: ClusterRegistry,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  readJson(request).then(
    (body) => route(registry, path, request.method ?? 'GET', body, response),
    (error: unknown) => answerJson(response, 400, { message: String(error) }),
  );
}

function route(
  registry: ClusterRegistry,
  path: string,
  method: string,
  body: Readonly<Record<string, unknown>>,
  response: ServerResponse,
): void {
  const [, name = '', action = ''] = /^\/test-clusters(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(path) ?? [];
  if (method === 'POST' && path === '/test-clusters') return make(registry, body, response);
  if (method === 'DELETE' && name !== '' && action === '') {
    return answerJson(response, registry.remove(name) ? 200 : 404, {});
  }
  const cluster = registry.get(name);
  if (cluster === undefined) return answerJson(response, 404, { message: `no cluster "${name}"` });
  if (method === 'POST' && action === 'clock') {
    return moveClock(cluster, body, response);
  }
  if (method === 'POST' && action === 'faults') return fault(cluster, body, response);
  answerJson(response, 404, { message: `there is no ${method} ${path}` });
}

/** Only a clock that stands still can be moved. */
function moveClock(
  { clock }: SimulatedCluster,
  body: Readonly<Record<string, unknown>>,
  response: ServerResponse,
): void {
  if (!isManual(clock)) return answerJson(response, 409, { message: 'this cluster runs in real time' });
  clock.advance(Number(body['advanceMs']) || 0);
  answerJson(response, 200, {});
}

function make(
  registry: ClusterRegistry,
  body: Readonly<Record<string, unknown>>,
  response: ServerResponse,
): void {
  const name = textOr(body['name']);
  const scenario = textOr(body['scenario']);
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name))
    return answerJson(response, 400, { message: `bad name "${name}"` });
  if (!isScenarioName(scenario)) return answerJson(response, 400, { message: `no scenario "${scenario}"` });
  const title = { 'en-US': name, 'zh-CN': name };
  registry.add({ name, scenario, title, description: title }, body['clock'] === 'manual' ? 'manual' : 'real');
  answerJson(response, 201, { name, scenario });
}

function fault(
  cluster: SimulatedCluster,
  body: Readonly<Record<string, unknown>>,
  response: ServerResponse,
): void {
  const plural = typeof body['plural'] === 'string' ? body['plural'] : undefined;
  const { faults } = cluster.api;
  switch (body['kind']) {
    case 'cut-watches':
      return answerJson(response, 200, { watches: faults.cutWatches(plural) });
    case 'silence-watches':
      return answerJson(response, 200, { watches: faults.silenceWatches(plural) });
    case 'expire-history':
      faults.expireHistory();
      return answerJson(response, 200, {});
    case 'fail-lists':
      faults.failLists({
        times: Number(body['times']) || 1,
        code: Number(body['code']) || 500,
        ...(plural === undefined ? {} : { plural }),
      });
      return answerJson(response, 200, {});
    default:
      return answerJson(response, 400, { message: 'there is no such fault' });
  }
}

async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8');
    if (text.length > BODY_LIMIT) throw new Error('the body is too long');
  }
  const body: unknown = text === '' ? {} : JSON.parse(text);
  return isObject(body) ? body : {};
}
