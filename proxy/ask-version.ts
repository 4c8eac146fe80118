import { text } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import type { ClusterConnection } from './cluster-connection.ts';
import { requestHeadersFor } from './guard/headers.ts';
import { ConnectionFailure } from './problem.ts';
import { problemOfFailure } from './problem-of-error.ts';
import { sendRequest, userAgent } from './send-request.ts';

/**
 * Whether a cluster can be used, told at start: its version, as `Kubernetes v1.32.0`.
 *
 * @throws {ConnectionFailure} whose message is the sentence for the terminal.
 */
export async function askVersion(connection: ClusterConnection): Promise<string> {
  const access = await connection.access();
  const sent = sendRequest(access, '/version', {
    method: 'GET',
    headers: requestHeadersFor({ accept: 'application/json' }, access.headers, userAgent),
  });
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      sent.on('response', resolve);
      sent.on('error', reject);
      sent.end();
    });
    if (answer.statusCode === 401) {
      connection.refused(access);
      throw new ConnectionFailure({ kind: 'credentials', ...access.errand });
    }
    const body = await text(answer);
    return answer.statusCode === 200 ? wordsOf(body) : `It answers with ${answer.statusCode}.`;
  } catch (error) {
    throw new ConnectionFailure(problemOfFailure(error, connection.context, access.errand));
  } finally {
    sent.destroy();
  }
}

function wordsOf(body: string): string {
  try {
    const { gitVersion } = JSON.parse(body) as { gitVersion?: unknown };
    if (typeof gitVersion === 'string') return `Kubernetes ${gitVersion}`;
  } catch {
    // Said below.
  }
  return 'It answers, but not as a Kubernetes API server does.';
}
