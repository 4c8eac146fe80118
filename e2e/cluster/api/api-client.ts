import { Agent as HttpAgent, request as requestByHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestByHttps } from 'node:https';
import type { Certificate } from '../run/certificates.ts';

/** An answer of the API server that is no success. */
export class ApiError extends Error {
  readonly code: number;
  readonly reason: string;
  constructor(code: number, reason: string, message: string) {
    super(message);
    this.code = code;
    this.reason = reason;
  }
}

type PatchKind = 'merge' | 'strategic-merge' | 'json';

export interface ApiClient {
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
  put(path: string, body: unknown): Promise<unknown>;
  patch(path: string, kind: PatchKind, body: unknown): Promise<unknown>;
  delete(path: string, body?: unknown): Promise<unknown>;
  /** Opens a stream, such as a watch. Its status is 200. @throws ApiError */
  stream(path: string, signal: AbortSignal): Promise<IncomingMessage>;
  close(): void;
}

interface ApiClientOptions {
  /** `https://127.0.0.1:6443`; a simulated cluster is reached by `http:` and asks nobody who they are. */
  server: string;
  credentials?: { authority: string; user: Certificate };
  /** What the API server keeps as the manager of the fields that are written is the part before the slash. */
  userAgent: string;
}

const TIME_LIMIT = 30_000;

/**
 * A client of an API server: JSON over HTTPS with a client certificate.
 * Every function throws ApiError for an answer that is no success, and the error of node for no answer.
 */
export function createApiClient({ server, credentials, userAgent }: ApiClientOptions): ApiClient {
  const agent =
    credentials === undefined
      ? new HttpAgent({ keepAlive: true })
      : new HttpsAgent({
          keepAlive: true,
          ca: credentials.authority,
          cert: credentials.user.certificate,
          key: credentials.user.key,
        });
  const request = credentials === undefined ? requestByHttp : requestByHttps;

  function send(
    method: string,
    path: string,
    options: { body?: unknown; type?: string; signal?: AbortSignal; timeLimit?: number } = {},
  ): Promise<IncomingMessage> {
    const { body, type = 'application/json', signal, timeLimit } = options;
    const text = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, server),
        {
          method,
          agent,
          ...(signal === undefined ? {} : { signal }),
          headers: {
            accept: 'application/json',
            'user-agent': userAgent,
            // node tells no length of the body of a DELETE by itself.
            ...(text === undefined ? {} : { 'content-type': type, 'content-length': text.length }),
          },
        },
        resolve,
      );
      if (timeLimit !== undefined) {
        sent.setTimeout(timeLimit, () => sent.destroy(tookTooLong(`${method} ${path}`)));
      }
      sent.on('error', reject);
      sent.end(text);
    });
  }

  async function call(method: string, path: string, body?: unknown, type?: string): Promise<unknown> {
    const response = await send(method, path, {
      timeLimit: TIME_LIMIT,
      ...(body === undefined ? {} : { body }),
      ...(type === undefined ? {} : { type }),
    });
    const text = await textOf(response);
    const { statusCode = 0 } = response;
    if (statusCode < 200 || statusCode > 299) throw errorOf(statusCode, text);
    return readJson(text);
  }

  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
    patch: (path, kind, body) => call('PATCH', path, body, `application/${kind}-patch+json`),
    delete: (path, body) => call('DELETE', path, body),
    async stream(path, signal) {
      const response = await send('GET', path, { signal });
      if (response.statusCode === 200) return response;
      throw errorOf(response.statusCode ?? 0, await textOf(response));
    },
    close: () => agent.destroy(),
  };
}

/** As node says it of a socket that nobody answers on. */
function tookTooLong(what: string): Error {
  return Object.assign(new Error(`${what} took too long`), { code: 'ETIMEDOUT' });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Health endpoints answer with plain text. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function errorOf(code: number, text: string): ApiError {
  const body = readJson(text);
  if (typeof body !== 'object' || body === null) return new ApiError(code, '', text.trim());
  const { reason, message } = body as { reason?: string; message?: string };
  return new ApiError(code, reason ?? '', message ?? text);
}
