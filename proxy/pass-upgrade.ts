import { type IncomingMessage, type OutgoingHttpHeaders, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ClusterConnection, OpenAccess } from './cluster-connection.ts';
import { acceptedHeadersFor, handshakeHeadersFor } from './guard/headers.ts';
import { problemOfFailure } from './problem-of-error.ts';
import { sendRequest, userAgent } from './send-request.ts';
import { codeOf } from './status.ts';

/**
 * Passes a WebSocket on: the handshake with the credentials of the kubeconfig, then whatever is said, as it is. A page is not
 * told why its socket did not open; it asks for the same without one, and that answer says it.
 */
export async function passUpgrade(
  connection: ClusterConnection,
  path: string,
  request: IncomingMessage,
  page: Duplex,
  head: Buffer,
): Promise<void> {
  page.on('error', () => page.destroy());
  let access: OpenAccess;
  try {
    access = await connection.access();
  } catch (error) {
    refuseUpgrade(page, codeOf(problemOfFailure(error, connection.context)));
    return;
  }
  if (page.destroyed) return;
  const sent = sendRequest(access, path, {
    method: 'GET',
    headers: handshakeHeadersFor(request.headers, access.headers, userAgent, access.server.origin),
  });
  sent.on('upgrade', (answer, cluster, first) => {
    page.write(headOf(101, acceptedHeadersFor(answer.headers)));
    page.write(first);
    cluster.write(head);
    join(page, cluster);
  });
  sent.on('response', (answer) => {
    if (answer.statusCode === 401) connection.refused(access);
    refuseUpgrade(page, answer.statusCode ?? 502);
    answer.destroy();
  });
  sent.on('error', (error) => {
    refuseUpgrade(page, codeOf(problemOfFailure(error, connection.context, access.errand)));
  });
  page.on('close', () => sent.destroy());
  sent.end();
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
