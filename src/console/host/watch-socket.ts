import type { Host, SocketAddress } from '../../host/host.ts';
import { addressOf } from './requests.ts';
import type { Session } from './session.ts';

/** How an API server takes a token from a browser, which cannot give a WebSocket a header. */
const bearer = 'base64url.bearer.authorization.k8s.io.';

/** A protocol besides the token's, which the API server demands and answers with. */
const framing = 'base64.binary.k8s.io';

/** The console's `Host.socket`: for a page that has come over HTTP/1.1. */
export function createWatchSocket(page: Window, base: string, session: Session): NonNullable<Host['socket']> {
  const needed = cameOverHttp1(page);
  return (cluster, path): SocketAddress | undefined => {
    if (!needed) return undefined;
    const url = new URL(addressOf(base, cluster, path), page.location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const token = session.token();
    return {
      url: url.href,
      protocols: token === undefined ? [] : [`${bearer}${base64Url(token)}`, framing],
    };
  };
}

/**
 * How the page itself came: `http/1.1`, `h2`, `h3`. Over the last two all requests share one connection. A page that
 * is still in the browser's cache, as after a reload, does not say (`''`): a socket is right for it in any case.
 */
function cameOverHttp1(page: Window): boolean {
  const [navigation] = page.performance.getEntriesByType('navigation');
  const protocol = (navigation as PerformanceNavigationTiming | undefined)?.nextHopProtocol;
  return protocol === 'http/1.1' || protocol === '';
}

function base64Url(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
