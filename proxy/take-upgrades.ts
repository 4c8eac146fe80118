import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RealClusters, serveRealSockets } from './serve.ts';

/** Headers of one connection, with what they say of an upgrade. */
const upgradeHeaders = new Set(['connection', 'upgrade', 'http2-settings']);

/**
 * Passes WebSockets on. Any other upgrade is not made, which HTTP leaves to the server (RFC 9110 7.8): `curl --http2` asks for one
 * with each request, and gets its answer as without it.
 */
export function takeUpgrades(server: Server, real: RealClusters): void {
  server.on('upgrade', (request, page, head) => {
    if (isWebSocket(request)) serveRealSockets(real, request, page, head);
    else serveWithout(server, request, page, head);
  });
}

function isWebSocket({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket';
}

/** Node has let go of the connection: it gets it anew, with the request as it was but for the upgrade. */
function serveWithout(server: Server, request: IncomingMessage, page: Duplex, head: Buffer): void {
  const { method, url, httpVersion, rawHeaders, headers } = request;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    if (!upgradeHeaders.has(name.toLowerCase())) lines.push(`${name}: ${value}`);
  }
  if (/\bclose\b/i.test(headers.connection ?? '')) lines.push('Connection: close');
  page.unshift(Buffer.concat([Buffer.from([...lines, '', ''].join('\r\n'), 'latin1'), head]));
  server.emit('connection', page);
}
