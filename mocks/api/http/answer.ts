import type { StatusBody } from '../../store/store.ts';
import { StatusError } from '../../store/store.ts';
import { ExpiredTokenError } from '../lists/list.ts';

export const PLAIN_TEXT = 'text/plain; charset=utf-8';

/** What a request is answered with. */
export type Answer =
  | { kind: 'json'; code: number; text: string; headers?: Record<string, string> }
  | { kind: 'text'; code: number; text: string; contentType: string }
  | { kind: 'stream'; open: (stream: AnswerStream) => void }
  /** A code and nothing else. */
  | { kind: 'empty'; code: number }
  /** The connection ends without an answer. */
  | { kind: 'drop' };

/** An answer that is written bit by bit. */
export interface AnswerStream {
  write(text: string): void;
  /** Ends it in good order. */
  end(): void;
  /** Cuts the connection. */
  destroy(): void;
  onClose(task: () => void): void;
}

/** An answer with a value that is not an object of the store. */
export function jsonAnswer(code: number, value: unknown): Answer {
  return { kind: 'json', code, text: JSON.stringify(value) };
}

/** The Status object of an error. */
export function statusObject({ code, reason, message, details }: StatusBody, metadata: object = {}): object {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata,
    status: 'Failure',
    message,
    ...(reason === '' ? {} : { reason }),
    ...(details === undefined ? {} : { details }),
    code,
  };
}

/** Any error as an answer; what is no refusal is a 500 of Kubernetes. */
export function errorAnswer(error: unknown): Answer {
  if (!(error instanceof StatusError)) {
    const text = error instanceof Error ? error.message : String(error);
    return errorAnswer(internalError(text));
  }
  const metadata = error instanceof ExpiredTokenError ? { continue: error.continueToken } : {};
  const retry = error.status.details?.retryAfterSeconds;
  return {
    kind: 'json',
    code: error.status.code,
    text: JSON.stringify(statusObject(error.status, metadata)),
    ...(retry === undefined ? {} : { headers: { 'Retry-After': String(retry) } }),
  };
}

/** 500 `Internal error occurred: ...`. */
export function internalError(text: string): StatusError {
  return new StatusError({
    code: 500,
    reason: 'InternalError',
    message: `Internal error occurred: ${text}`,
    details: { causes: [{ reason: '', message: text }] },
  });
}

/** 404 for a path that no resource has. */
export class UnknownPath extends StatusError {
  constructor() {
    super({
      code: 404,
      reason: 'NotFound',
      message: 'the server could not find the requested resource',
      details: {},
    });
  }
}

export function unknownPath(): StatusError {
  return new UnknownPath();
}

/** 404 where nothing of Kubernetes' own is served: Go's own page, which is no Status. */
export function pageNotFound(): Answer {
  return { kind: 'text', code: 404, text: '404 page not found\n', contentType: PLAIN_TEXT };
}
