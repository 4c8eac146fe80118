import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { checkApiPath } from './guard/api-path.ts';
import { type Audience, howToOpen, isOwnHost, isOwnPage } from './guard/own-page.ts';
import type { OfferedCluster } from './offered-clusters.ts';
import { passRequest } from './pass-request.ts';
import { passUpgrade, refuseUpgrade } from './pass-upgrade.ts';
import { answerJson, answerStatus } from './status.ts';

/** The clusters behind one server, and whom it answers. */
export interface RealClusters {
  readonly clusters: readonly OfferedCluster[];
  readonly audience: Audience;
}

/** What the Kubernetes API knows. TRACE, for one, would send back what the proxy has added. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

const apiPrefix = '/clusters-api/';

/** antd writes its styles into `<style>` elements; everything else comes from this origin, and no page frames this one. */
const pagePolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/**
 * Answers `/podnic.json` and `/clusters-api/<name>/…`, and refuses whatever a foreign page could have sent.
 *
 * @returns false for a file of the console, which somebody else answers; its headers are set.
 */
export function serveRealClusters(
  { clusters, audience }: RealClusters,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const url = request.url ?? '/';
  const ours = url.split('?')[0] === '/podnic.json' || url.startsWith(apiPrefix);
  if (!isOwnHost(request.headers, audience)) {
    answerStatus(response, 403, 'Forbidden', `This server is not known by that name. ${howToOpen(audience)}`);
    return true;
  }
  if (ours && !isOwnPage(request.headers, audience)) {
    answerStatus(response, 403, 'Forbidden', 'This server answers its own console only.');
    return true;
  }
  if (!ours) {
    response.setHeader('content-security-policy', pagePolicy);
    response.setHeader('x-content-type-options', 'nosniff');
    // The guard looks at the referrer where a browser sends nothing better (guard/own-page.ts).
    response.setHeader('referrer-policy', 'same-origin');
    return false;
  }
  if (!url.startsWith(apiPrefix)) {
    answerJson(response, 200, siteConfig(clusters));
    return true;
  }
  const found = find(clusters, url);
  if (!found.ok) answerStatus(response, found.code, reasons[found.code], found.problem);
  else if (!methods.includes(request.method ?? '')) {
    response.setHeader('allow', methods.join(', '));
    answerStatus(response, 405, 'MethodNotAllowed', 'This method is not passed on.');
  } else {
    passRequest(found.cluster, found.path, request, response).catch(() => response.destroy());
  }
  return true;
}

/** Passes WebSockets to clusters on, and refuses all others. */
export function serveRealSockets(
  { clusters, audience }: RealClusters,
  request: IncomingMessage,
  page: Duplex,
  head: Buffer,
): void {
  const found = find(clusters, request.url ?? '/');
  if (!isOwnHost(request.headers, audience) || !isOwnPage(request.headers, audience))
    refuseUpgrade(page, 403);
  else if (!found.ok) refuseUpgrade(page, found.code);
  else {
    passUpgrade(found.cluster, found.path, request, page, head).catch(() => page.destroy());
  }
}

/** What the console reads of its site (src/console/host/site-config.ts): nobody signs in, the kubeconfig has done that. */
function siteConfig(clusters: readonly OfferedCluster[]): object {
  return {
    signIn: 'none',
    clusters: clusters.map(({ name, title, server, user }) => ({
      name,
      title,
      description: {
        'en-US': user === '' ? server : `${server}, as ${user}`,
        'zh-CN': user === '' ? server : `${server}，用户 ${user}`,
      },
    })),
  };
}

const reasons = { 400: 'BadRequest', 403: 'Forbidden', 404: 'NotFound' } as const;

type Found =
  | { readonly ok: true; readonly cluster: OfferedCluster; readonly path: string }
  | { readonly ok: false; readonly code: keyof typeof reasons; readonly problem: string };

function find(clusters: readonly OfferedCluster[], url: string): Found {
  const [, name = '', path = ''] = /^\/clusters-api\/([^/?]*)(.*)$/s.exec(url) ?? [];
  const cluster = clusters.find((offered) => offered.name === name);
  if (cluster === undefined) return { ok: false, code: 404, problem: `There is no cluster "${name}" here.` };
  const checked = checkApiPath(path);
  return checked.ok ? { ok: true, cluster, path } : checked;
}
