import { type ClientRequest, request as requestPlain } from 'node:http';
import { type RequestOptions, request as requestSecure } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { OpenAccess } from './cluster-connection.ts';

/** How long it may take to reach a server, TLS and all (milliseconds). What comes after may take its time: watches do. */
const reachLimit = 10_000;

/** How the proxy names itself. */
export const userAgent = 'podnic';

/**
 * Starts a request to an API server. Its errors come as the event `error`, one that took too long among them.
 *
 * @param path behind the server's own; starts with a slash.
 */
export function sendRequest(
  { server, agent }: OpenAccess,
  path: string,
  options: Pick<RequestOptions, 'method' | 'headers'>,
  limit = reachLimit,
): ClientRequest {
  const send = server.protocol === 'https:' ? requestSecure : requestPlain;
  const base = server.pathname.replace(/\/$/, '');
  const sent = send(server, { ...options, agent, path: `${base}${path}` });
  const timer = setTimeout(() => {
    sent.destroy(new Error(`it does not answer within ${limit / 1000} s`));
  }, limit);
  const reached = () => clearTimeout(timer);
  sent.on('socket', (socket) => {
    socket.setKeepAlive(true, 30_000);
    if (socket instanceof TLSSocket) socket.once('secureConnect', reached);
    else if (socket.connecting) socket.once('connect', reached);
    else reached();
  });
  for (const event of ['response', 'upgrade', 'close'] as const) sent.once(event, reached);
  return sent;
}
