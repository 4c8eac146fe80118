import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { OpenAccess } from './cluster-connection.ts';
import { requestHeadersFor, responseHeadersFor } from './guard/headers.ts';
import type { OfferedCluster } from './offered-clusters.ts';
import type { ConnectionProblem } from './problem.ts';
import { problemOfFailure } from './problem-of-error.ts';
import { sendRequest, userAgent } from './send-request.ts';
import { answerProblem } from './status.ts';

/**
 * Passes one request on to the cluster and its answer back, piece by piece as it comes: a watch is an answer that goes on for
 * minutes. Where one side goes away, the other is told by the same: an answer that was cut ends as one that was cut.
 */
export async function passRequest(
  { connection, news }: OfferedCluster,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fail = (problem: ConnectionProblem) => {
    news.fails(problem);
    answerProblem(response, problem);
  };
  let access: OpenAccess;
  try {
    access = await connection.access();
  } catch (error) {
    fail(problemOfFailure(error, connection.context));
    return;
  }
  // Whoever asked may be gone by now: an exec plugin can take its time.
  if (response.destroyed) return;
  const { errand } = access;
  const method = request.method ?? 'GET';
  const headers = requestHeadersFor(request.headers, access.headers, userAgent);
  const repeatable = isRepeatable(request);

  const send = (reuse: boolean) => {
    const { request: sent, reached } = sendRequest(access, path, { method, headers, reuse });
    let answered = false;
    sent.on('response', (answer) => {
      answered = true;
      if (answer.statusCode === 401) {
        connection.refused(access);
        answer.resume();
        fail({ kind: 'credentials', ...errand, by: 'answer' });
        return;
      }
      if (!isAnswer(answer.statusCode)) {
        answer.destroy();
        fail(noAnswer(errand.server, answer.statusCode));
        return;
      }
      news.works();
      passAnswer(answer, response);
    });
    sent.on('upgrade', (answer, socket) => {
      socket.destroy();
      fail(noAnswer(errand.server, answer.statusCode));
    });
    sent.on('error', (error) => {
      // What breaks after the answer has begun, the answer tells; and nobody is told who has gone.
      if (answered || response.destroyed) return;
      if (reuse && sent.reusedSocket) send(false);
      else fail(problemOfFailure(error, connection.context, { ...errand, reached: reached() }));
    });
    response.on('close', () => sent.destroy());
    if (repeatable) sent.end();
    else request.pipe(sent);
  };
  send(repeatable);
}

/** Whether it changes nothing and has no body, so that it may be sent a second time. */
function isRepeatable({ method, headers }: IncomingMessage): boolean {
  const body = headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
  return (method === 'GET' || method === 'HEAD') && !body;
}

/** A server can send any number there, and not all of them can be sent on. */
function isAnswer(code = 0): boolean {
  return code >= 200 && code < 600;
}

function noAnswer(server: string, code = 0): ConnectionProblem {
  return { kind: 'lost', server, detail: `what came is no answer (status ${code})` };
}

function passAnswer(answer: IncomingMessage, response: ServerResponse): void {
  response.writeHead(answer.statusCode ?? 0, responseHeadersFor(answer.headers));
  // A watch may have nothing to say for long: what there is goes at once. Not by `flushHeaders`, which encodes a second time what is not ASCII.
  response.write(Buffer.alloc(0));
  pipeline(answer, response, () => {
    // Told by how the response ends.
  });
}
