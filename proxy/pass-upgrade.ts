import { type IncomingMessage, type OutgoingHttpHeaders, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { OpenAccess } from './cluster-connection.ts';
import { acceptedHeadersFor, handshakeHeadersFor } from './guard/headers.ts';
import type { OfferedCluster } from './offered-clusters.ts';
import type { ConnectionProblem } from './problem.ts';
import { problemOfFailure } from './problem-of-error.ts';
import { sendRequest, userAgent } from './send-request.ts';
import { codeOf } from './status.ts';

/**
 * Passes a WebSocket on: the handshake with the credentials of the kubeconfig, then whatever is said, as it is. A page is not
 * told why its socket did not open; it asks for the same without one, and that answer says it.
 */
export async function passUpgrade(
  { connection, news }: OfferedCluster,
  path: string,
  request: IncomingMessage,
  page: Duplex,
  head: Buffer,
): Promise<void> {
  page.on('error', () => page.destroy());
  const fail = (problem: ConnectionProblem) => {
    news.fails(problem);
    refuseUpgrade(page, codeOf(problem));
  };
  let access: OpenAccess;
  try {
    access = await connection.access();
  } catch (error) {
    fail(problemOfFailure(error, connection.context));
    return;
  }
  if (page.destroyed) return;
  const { errand } = access;
  const { request: sent, reached } = sendRequest(access, path, {
    method: 'GET',
    headers: handshakeHeadersFor(request.headers, access.headers, userAgent, access.server.origin),
  });
  sent.on('upgrade', (answer, cluster, first) => {
    news.works();
    page.write(headOf(101, acceptedHeadersFor(answer.headers)), 'latin1');
    page.write(first);
    cluster.write(head);
    join(page, cluster);
  });
  sent.on('response', (answer) => {
    answer.destroy();
    if (answer.statusCode === 401) {
      connection.refused(access);
      fail({ kind: 'credentials', ...errand, by: 'answer' });
      return;
    }
    news.works();
    refuseUpgrade(page, codeOfRefusal(answer.statusCode));
  });
  sent.on('error', (error) => {
    if (page.destroyed) return;
    fail(problemOfFailure(error, connection.context, { ...errand, reached: reached() }));
  });
  page.on('close', () => sent.destroy());
  sent.end();
}

/** Of an answer that is no socket; one that is not even a refusal must not look like a success. */
function codeOfRefusal(code = 0): number {
  return code >= 400 && code < 600 ? code : 502;
}

/** Answers a handshake with a failure. */
export function refuseUpgrade(page: Duplex, code: number): void {
  if (page.destroyed) return;
  page.end(headOf(code, { connection: 'close', 'content-length': '0' }));
}

function headOf(code: number, headers: OutgoingHttpHeaders): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  return [`HTTP/1.1 ${code} ${STATUS_CODES[code] ?? ''}`, ...lines, '', ''].join('\r\n');
}

/** Two ends of one line: where one breaks, the other does. */
function join(one: Duplex, other: Duplex): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to);
    from.on('error', () => from.destroy());
    from.on('close', () => to.destroy());
  }
}
