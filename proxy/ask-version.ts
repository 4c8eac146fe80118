import type { ClientRequest, IncomingMessage } from 'node:http';
import type { ClusterConnection } from './cluster-connection.ts';
import { requestHeadersFor } from './guard/headers.ts';
import { ConnectionFailure } from './problem.ts';
import { type Errand, NoAnswer, problemOfFailure } from './problem-of-error.ts';
import { type SentRequest, sendRequest, userAgent } from './send-request.ts';

/** How long the whole answer may take (milliseconds). */
const patience = 15_000;

/** No version is longer (bytes). */
const bodyLimit = 64_000;

/** What may be printed as a version. */
const versionForm = /^v?[\w.+~-]{1,60}$/;

/**
 * Whether a cluster can be used, told at start: its version, as `Kubernetes v1.32.0`, or what it answers instead.
 *
 * @throws {ConnectionFailure} whose message is the sentence for the terminal.
 */
export async function askVersion(connection: ClusterConnection, limit = patience): Promise<string> {
  let sent: SentRequest | undefined;
  let errand: Errand | undefined;
  try {
    const access = await connection.access();
    errand = access.errand;
    sent = sendRequest(access, '/version', {
      method: 'GET',
      headers: requestHeadersFor({ accept: 'application/json' }, access.headers, userAgent),
    });
    const { code, body } = await answerOf(sent.request, limit);
    if (code === 401) {
      connection.refused(access);
      throw new ConnectionFailure({ kind: 'credentials', ...errand, by: 'answer' });
    }
    return code === 200 ? wordsOfVersion(body) : wordsOfCode(code);
  } catch (error) {
    const reached = sent?.reached() ?? false;
    const place = errand === undefined ? undefined : { ...errand, reached };
    throw new ConnectionFailure(problemOfFailure(error, connection.context, place));
  } finally {
    sent?.request.destroy();
  }
}

function answerOf(request: ClientRequest, limit: number): Promise<{ code: number; body: string }> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer(limit)), limit);
    request.on('close', () => clearTimeout(timer));
    request.on('error', reject);
    request.on('upgrade', () => resolve({ code: 101, body: '' }));
    request.on('response', (answer) => {
      bodyOf(answer).then((body) => resolve({ code: answer.statusCode ?? 0, body }), reject);
    });
    request.end();
  });
}

/** The beginning of a body. */
async function bodyOf(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    pieces.push(piece);
    length += piece.length;
    if (length > bodyLimit) break;
  }
  return Buffer.concat(pieces).toString('utf8');
}

function wordsOfVersion(body: string): string {
  try {
    const { gitVersion } = JSON.parse(body) as { gitVersion?: unknown };
    if (typeof gitVersion === 'string' && versionForm.test(gitVersion)) return `Kubernetes ${gitVersion}`;
  } catch {
    // Said below.
  }
  return 'It answers, but not as a Kubernetes API server does.';
}

function wordsOfCode(code: number): string {
  if (code === 403) return 'It answers, but does not tell its version to this user (403).';
  if (code === 429) return 'It answers, but is too busy to say more (429).';
  if (code >= 300 && code < 400) {
    return `It sends elsewhere (${code}), as a web page does: the address in the kubeconfig may not be that of an API server.`;
  }
  if (code >= 500 && code < 600) return `It answers, but is in trouble (${code}).`;
  return `It answers with ${code}, which a Kubernetes API server does not: the address in the kubeconfig may be another's.`;
}
