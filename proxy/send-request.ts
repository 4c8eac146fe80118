import { type ClientRequest, type OutgoingHttpHeaders, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { OpenAccess } from './cluster-connection.ts';
import { lastingAgentOf } from './lasting-agent.ts';
import { NoAnswer } from './problem-of-error.ts';

/** How long it may take to reach a server, TLS and all (milliseconds). What comes after may take its time: watches do. */
const reachLimit = 10_000;

/** How the proxy names itself. */
export const userAgent = 'podnic';

export interface SendOptions {
  readonly method: string;
  readonly headers: OutgoingHttpHeaders;
  /**
   * Whether it may go over a connection that was used before. The server can close such a one just then, so that it is only for
   * what can be sent again.
   */
  readonly reuse?: boolean;
}

export interface SentRequest {
  readonly request: ClientRequest;
  /** Whether there was a connection to the server, TLS and all: from there on, what was asked for may have been done. */
  readonly reached: () => boolean;
}

/**
 * Starts a request to an API server. Its errors come as the event `error`, one that took too long among them.
 *
 * @param path behind the server's own; starts with a slash.
 */
export function sendRequest(
  { server, agent }: OpenAccess,
  path: string,
  { method, headers, reuse = false }: SendOptions,
  limit = reachLimit,
): SentRequest {
  const send = server.protocol === 'https:' ? requestSecure : requestPlain;
  const base = server.pathname.replace(/\/$/, '');
  const request = send(server, {
    method,
    headers,
    agent: reuse ? lastingAgentOf(agent) : agent,
    path: `${base}${path}`,
  });
  let reached = false;
  const timer = setTimeout(() => {
    request.destroy(new NoAnswer(limit));
  }, limit);
  const reach = () => {
    reached = true;
    clearTimeout(timer);
  };
  request.on('socket', (socket) => {
    socket.setKeepAlive(true, 30_000);
    if (request.reusedSocket) reach();
    else if (socket instanceof TLSSocket) socket.once('secureConnect', reach);
    else if (socket.connecting) socket.once('connect', reach);
    else reach();
  });
  for (const event of ['response', 'upgrade'] as const) request.once(event, reach);
  request.once('close', () => clearTimeout(timer));
  return { request, reached: () => reached };
}
