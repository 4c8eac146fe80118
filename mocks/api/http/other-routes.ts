import { methodNotAllowed } from '../../store/status-errors.ts';
import { reviews } from '../access/reviews.ts';
import { AGGREGATED, aggregatedDiscovery, wantsAggregated } from '../discovery/aggregated.ts';
import { coreVersions, groupDescription, groupList } from '../discovery/discovery.ts';
import { openApiIndex, openApiV2, openApiV3 } from '../discovery/open-api.ts';
import { jsonAnswer, PLAIN_TEXT, unknownPath } from './answer.ts';
import { negotiateMeta } from './negotiate.ts';
import type { Answer } from './answer.ts';
import type { ApiRequest, ServerContext } from './api-request.ts';

/** What the simulated cluster says it is: the Kubernetes whose rules it follows. */
const VERSION = {
  major: '1',
  minor: '32',
  gitVersion: 'v1.32.0+podnic-simulated',
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '2026-01-01T00:00:00Z',
  goVersion: '',
  compiler: '',
  platform: 'simulated',
};

const HEALTH = /^\/(healthz|livez|readyz)(\/(ping|log|etcd))?$/;

/**
 * Answers the paths that are no resources: versions, health, discovery, OpenAPI.
 * @returns undefined for a path of a resource
 * @throws StatusError 404, 405
 */
export function answerWithout(context: ServerContext, request: ApiRequest): Answer | undefined {
  const path = request.path.replace(/(?<=.)\/+$/, '');
  const find = answers(context, path, wantsAggregated(request.headers.accept));
  if (find === undefined) return undefined;
  // The list of groups is answered to every method.
  if (request.method !== 'GET' && path !== '/apis') throw methodNotAllowed();
  negotiateMeta(request.headers.accept, request.path.startsWith('/version'));
  const found = find();
  if (found === undefined) throw unknownPath();
  return found;
}

function aggregatedAnswer({ catalogue }: ServerContext, core: boolean): Answer {
  const text = JSON.stringify(aggregatedDiscovery(catalogue, reviews, core));
  return { kind: 'json', code: 200, text, headers: { 'Content-Type': AGGREGATED } };
}

function answers(
  context: ServerContext,
  path: string,
  aggregated: boolean,
): (() => Answer | undefined) | undefined {
  const { catalogue } = context;
  const [, first, second, third, fourth, fifth] = path.split('/');
  if (HEALTH.test(path)) return () => ({ kind: 'text', code: 200, text: 'ok', contentType: PLAIN_TEXT });
  switch (path) {
    case '/':
      return () =>
        jsonAnswer(200, {
          paths: ['/api', '/apis', '/healthz', '/livez', '/openapi/v2', '/openapi/v3', '/readyz', '/version'],
        });
    case '/version':
      return () => jsonAnswer(200, VERSION);
    case '/api':
      if (aggregated) return () => aggregatedAnswer(context, true);
      return () => jsonAnswer(200, coreVersions());
    case '/apis':
      if (aggregated) return () => aggregatedAnswer(context, false);
      return () => jsonAnswer(200, groupList(catalogue, reviews));
    case '/openapi/v2':
      return () => jsonAnswer(200, openApiV2(catalogue));
    case '/openapi/v3':
      return () => jsonAnswer(200, openApiIndex(catalogue));
  }
  if (first === 'apis' && second !== undefined && third === undefined) {
    return () => optional(groupDescription(catalogue, reviews, second));
  }
  if (first === 'openapi' && second === 'v3') {
    const [group, version] = third === 'api' ? ['', fourth] : [fourth, fifth];
    return () => optional(openApiV3(catalogue, group ?? '', version ?? ''));
  }
  return undefined;
}

function optional(value: object | undefined): Answer | undefined {
  return value === undefined ? undefined : jsonAnswer(200, value);
}
