import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Host } from '../../src/host/host.ts';
import { wordsOf } from '../cannot-run.ts';

export interface ApiAccess {
  readonly url: string;
  readonly token: string | undefined;
  /** Certificates of the authorities to trust, PEM; the system's own where there are none. */
  readonly ca: string | undefined;
}

/** What the message of a failure begins with when the certificate is to blame. */
export const certificateProblem = 'certificate: ';

/** Requests to one API server. Node's own `fetch` takes no certificate of an authority. */
export function apiFetch({ url, token, ca }: ApiAccess): Pick<Host, 'fetch'> {
  const base = url.replace(/\/+$/, '');
  const request = base.startsWith('https:') ? requestSecure : requestPlain;
  const headers = {
    accept: 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  return {
    fetch: (_cluster, path, init) =>
      new Promise<Response>((resolve, reject) => {
        const fail = (cause: unknown): void => {
          reject(new Error(problemOf(cause)));
        };
        const options = {
          headers,
          ...(ca === undefined ? {} : { ca }),
          ...(init?.signal ? { signal: init.signal } : {}),
        };
        request(`${base}${path}`, options, (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', fail);
          answer.on('end', () => {
            try {
              resolve(
                new Response(new Uint8Array(Buffer.concat(chunks)), { status: answer.statusCode ?? 0 }),
              );
            } catch (error) {
              fail(error);
            }
          });
        })
          .on('error', fail)
          .end();
      }),
  };
}

function problemOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const words = code === 'EPROTO' ? 'it does not speak TLS' : wordsOf(cause) || code;
  return /CERT|SIGNATURE|ISSUER|ALTNAME/.test(code) ? `${certificateProblem}${words}` : words;
}
