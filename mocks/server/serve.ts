import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, answerStatus } from './answers.ts';
import { isLocalRequest } from './loopback.ts';
import { handleTestClusters } from './test-cluster-routes.ts';
import type { ClusterRegistry } from './cluster-registry.ts';

/**
 * Answers what belongs to the simulated clusters: `/podnic.json`, `/clusters-api/<name>/…` and `/test-clusters…`.
 * @returns false for any other request, which is then somebody else's
 */
export function serveClusters(
  registry: ClusterRegistry,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const url = request.url ?? '/';
  const path = url.split('?')[0] ?? '/';
  const ours = path === '/podnic.json' || path.startsWith('/clusters-api/') || isOfTests(path);
  if (!ours) return false;
  if (!isLocalRequest(request)) {
    answerJson(response, 403, { message: 'this server answers to loopback addresses only' });
  } else if (path === '/podnic.json') {
    const clusters = registry.list().map(({ name, title, description }) => ({ name, title, description }));
    answerJson(response, 200, { clusters, signIn: 'any-token' });
  } else if (isOfTests(path)) {
    handleTestClusters(registry, path, request, response);
  } else {
    passToCluster(registry, url, request, response);
  }
  return true;
}

function isOfTests(path: string): boolean {
  return path === '/test-clusters' || path.startsWith('/test-clusters/');
}

function passToCluster(
  registry: ClusterRegistry,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [, name = '', rest = '/'] = /^\/clusters-api\/([^/?]+)(.*)$/s.exec(url) ?? [];
  const cluster = registry.get(decodeName(name));
  if (cluster === undefined) {
    answerStatus(response, 404, 'NotFound', `there is no cluster "${name}" here`);
  } else if (!/^Bearer\s+\S/.test(request.headers.authorization ?? '')) {
    answerStatus(response, 401, 'Unauthorized', 'Unauthorized');
  } else {
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
    cluster.handle(request, response);
  }
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
