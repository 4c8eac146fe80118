import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject, textOr } from '../../../mocks/store/json.ts';
import { chooseScenario } from '../real-scenarios.ts';
import type { TestClusters } from './test-clusters.ts';

const PREFIX = '/test-clusters';

/**
 * Answers what tests ask for from outside of the clusters, as the simulator does (mocks/README.md): `POST /test-clusters` with
 * a name and a scenario, `DELETE /test-clusters/NAME`. Beside that, where there are programs to be killed:
 * `POST /test-clusters/NAME/programs` with `{"program": "etcd", "action": "kill"}`, or `"start"`.
 * @returns false for any other request
 */
export function serveTestClusters(
  clusters: TestClusters,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path !== PREFIX && !path.startsWith(`${PREFIX}/`)) return false;
  readJson(request)
    .then(async (body) => {
      const answer = await route(clusters, `${request.method} ${path}`, body);
      // Whoever asked for it has gone while it started, and will not give it back.
      if (response.destroyed) clusters.remove(textOr(body['name']));
      return answer;
    })
    .catch((error: unknown): Answer => [500, { message: String(error) }])
    .then(([code, body]) => {
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    })
    .catch(() => response.destroy());
  return true;
}

type Answer = readonly [code: number, body: object];
type Body = Readonly<Record<string, unknown>>;

async function route(clusters: TestClusters, asked: string, body: Body): Promise<Answer> {
  if (asked === `POST ${PREFIX}`) return make(clusters, body);
  const [, method, name = '', action] = /^(\S+) \/[^/]+\/([^/]+)(?:\/([^/]+))?$/.exec(asked) ?? [];
  if (method === 'DELETE' && action === undefined) return [clusters.remove(name) ? 200 : 404, {}];
  if (method === 'POST' && action === 'programs') return treatProgram(clusters, name, body);
  return [404, { message: `there is no ${asked}` }];
}

async function make(clusters: TestClusters, body: Body): Promise<Answer> {
  const name = textOr(body['name']);
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) return [400, { message: `bad name "${name}"` }];
  if (body['clock'] === 'manual') return [400, { message: 'a real cluster runs in real time' }];
  const scenario = chooseScenario(textOr(body['scenario']));
  if (!scenario.ok) return [400, { message: scenario.problem }];
  await clusters.add(name, scenario.name);
  return [201, { name, scenario: scenario.name }];
}

async function treatProgram(clusters: TestClusters, name: string, body: Body): Promise<Answer> {
  const program = clusters.program(name, textOr(body['program']));
  if (program === undefined) return [404, { message: `no such program in "${name}"` }];
  switch (body['action']) {
    case 'kill':
      await program.kill();
      return [200, {}];
    case 'start':
      await program.restart();
      return [200, {}];
    default:
      return [400, { message: 'action is kill or start' }];
  }
}

async function readJson(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const body: unknown = text === '' ? {} : JSON.parse(text);
  return isObject(body) ? body : {};
}
