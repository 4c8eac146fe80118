import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { ClusterConnection, OpenAccess } from './cluster-connection.ts';
import { requestHeadersFor, responseHeadersFor } from './guard/headers.ts';
import { problemOfFailure } from './problem-of-error.ts';
import { sendRequest, userAgent } from './send-request.ts';
import { answerProblem } from './status.ts';

/**
 * Passes one request on to the cluster and its answer back, piece by piece as it comes: a watch is an answer that goes on for
 * minutes. Where one side goes away, the other is told by the same: an answer that was cut ends as one that was cut.
 */
export async function passRequest(
  connection: ClusterConnection,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let access: OpenAccess;
  try {
    access = await connection.access();
  } catch (error) {
    answerProblem(response, problemOfFailure(error, connection.context));
    return;
  }
  // Whoever asked may be gone by now: an exec plugin can take its time.
  if (response.destroyed) return;
  const { errand } = access;
  const sent = sendRequest(access, path, {
    method: request.method,
    headers: requestHeadersFor(request.headers, access.headers, userAgent),
  });
  sent.on('response', (answer) => {
    if (answer.statusCode === 401) {
      connection.refused(access);
      answer.resume();
      answerProblem(response, { kind: 'credentials', ...errand });
      return;
    }
    response.writeHead(answer.statusCode ?? 502, responseHeadersFor(answer.headers));
    // A watch may have nothing to say for long.
    response.flushHeaders();
    pipeline(answer, response, () => {
      // Told by how the response ends.
    });
  });
  sent.on('error', (error) => {
    answerProblem(response, problemOfFailure(error, connection.context, errand));
  });
  response.on('close', () => sent.destroy());
  request.pipe(sent);
}
