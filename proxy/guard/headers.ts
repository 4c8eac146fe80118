import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/**
 * What of a browser's headers goes on to the cluster. A list of what does: whoever asks is known by the kubeconfig
 * alone, and nothing that a page sends (Authorization, Cookie, Impersonate-*, X-Remote-*, X-Forwarded-*) can say otherwise.
 */
const requestHeaders = [
  'accept',
  'accept-encoding',
  'content-encoding',
  'content-length',
  'content-type',
  'if-match',
  'if-none-match',
] as const;

/** The handshake of a WebSocket (RFC 6455 4.1). */
const handshakeHeaders = [
  'connection',
  'upgrade',
  'sec-websocket-extensions',
  'sec-websocket-key',
  'sec-websocket-version',
] as const;

/**
 * What of a cluster's headers goes back. Not among them: cookies, what lets other pages read the answer
 * (Access-Control-*), and WWW-Authenticate, for which a browser asks its user for a password.
 */
const responseHeaders = new Set([
  'audit-id',
  'cache-control',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'etag',
  'last-modified',
  'retry-after',
  'vary',
  'warning',
  'x-kubernetes-pf-flowschema-uid',
  'x-kubernetes-pf-prioritylevel-uid',
]);

/** What of the answer to a handshake goes back. */
const acceptedHeaders = new Set([
  'connection',
  'sec-websocket-accept',
  'sec-websocket-extensions',
  'sec-websocket-protocol',
  'upgrade',
]);

/** How a browser gives a token to a WebSocket. */
const bearerProtocol = 'base64url.bearer.authorization.k8s.io.';

/** The headers of a request to the cluster. @param own those of the kubeconfig. */
export function requestHeadersFor(
  asked: IncomingHttpHeaders,
  own: OutgoingHttpHeaders,
  agent: string,
): OutgoingHttpHeaders {
  const headers = pick(asked, requestHeaders);
  if (asked['transfer-encoding'] !== undefined) headers['transfer-encoding'] = 'chunked';
  return { ...headers, 'user-agent': agent, ...own };
}

/**
 * The headers of a WebSocket's handshake with the cluster. The API server takes none without an `Origin`
 * (golang.org/x/net/websocket), and it gets its own.
 */
export function handshakeHeadersFor(
  asked: IncomingHttpHeaders,
  own: OutgoingHttpHeaders,
  agent: string,
  origin: string,
): OutgoingHttpHeaders {
  const protocols = (asked['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((protocol) => protocol.trim())
    .filter((protocol) => protocol !== '' && !protocol.startsWith(bearerProtocol));
  return {
    ...pick(asked, handshakeHeaders),
    ...(protocols.length === 0 ? {} : { 'sec-websocket-protocol': protocols.join(', ') }),
    origin,
    'user-agent': agent,
    ...own,
  };
}

/**
 * The headers of an answer, as the browser gets them. It never guesses a type of its own, takes nothing of a cluster for a page of
 * this origin, and lets no page of another one load it.
 */
export function responseHeadersFor(answered: IncomingHttpHeaders): OutgoingHttpHeaders {
  return {
    ...keep(answered, responseHeaders),
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
}

/** The headers of a handshake's answer, as the browser gets them. */
export function acceptedHeadersFor(answered: IncomingHttpHeaders): OutgoingHttpHeaders {
  return keep(answered, acceptedHeaders);
}

function pick(headers: IncomingHttpHeaders, names: readonly string[]): OutgoingHttpHeaders {
  return keep(headers, new Set(names));
}

function keep(headers: IncomingHttpHeaders, names: ReadonlySet<string>): OutgoingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => names.has(name) && value !== undefined),
  );
}
