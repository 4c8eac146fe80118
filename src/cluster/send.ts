import type { Host } from '../host/host.ts';
import { ApiFailure, networkFailure, readStatus, responseFailure } from './api-error.ts';

/** A server that has not answered by then (milliseconds) is taken for gone. Watches do not come this way. */
const answerTimeout = 60_000;

export interface Answer {
  readonly body: unknown;
  /** Texts of the `Warning` headers: admission and deprecation warnings. */
  readonly warnings: readonly string[];
}

/**
 * Sends one request and reads its JSON answer.
 *
 * @throws {ApiFailure} when there is no answer, an answer that is not 2xx, or one that is not JSON.
 * @throws the signal's reason when `init.signal` cancelled it.
 */
export async function sendJson(
  host: Pick<Host, 'fetch'>,
  cluster: string,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const outer = init.signal ?? undefined;
  outer?.throwIfAborted();
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort(new Error(`no answer within ${answerTimeout / 1000} s`));
  }, answerTimeout);
  const cancel = () => {
    limit.abort(outer?.reason);
  };
  outer?.addEventListener('abort', cancel, { once: true });
  try {
    const response = await host.fetch(cluster, path, { ...init, signal: limit.signal });
    if (!response.ok) throw await responseFailure(response);
    return { body: await readJson(response), warnings: readWarnings(response.headers.get('warning')) };
  } catch (cause) {
    outer?.throwIfAborted();
    throw cause instanceof ApiFailure ? cause : networkFailure(cause);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', cancel);
  }
}

/** A proxy's page instead of an answer (a sign-in form, "bad gateway") is a failure even with status 200. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiFailure(
      readStatus(undefined, response.status, `The answer is not JSON: ${text.slice(0, 200)}`),
    );
  }
}

/**
 * The texts of a `Warning` header (RFC 7234 5.5), of which Kubernetes sends `299 - "text"`; several arrive joined by commas.
 *
 * @param header as `fetch` gives it: each byte as a character.
 */
export function readWarnings(header: string | null): string[] {
  return [...decodeBytes(header ?? '').matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map((match) =>
    (match[1] ?? '').replaceAll(/\\(.)/g, '$1'),
  );
}

/** The text whose bytes in UTF-8 are the characters; the characters themselves where there is none. */
function decodeBytes(bytes: string): string {
  const codes = Array.from({ length: bytes.length }, (_, index) => bytes.charCodeAt(index));
  if (codes.some((code) => code > 255)) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(codes));
  } catch {
    return bytes;
  }
}
