/** Every way in which a request to a cluster can fail, as one type. Made only in `src/cluster`. */
export interface ApiError {
  /** `network`: no answer (cut, refused, time-out); `http`: the server answered with a failure. */
  readonly kind: 'network' | 'http';
  /** HTTP status; 0 for `network`. */
  readonly status: number;
  /** Kubernetes' reason: AlreadyExists, Forbidden, Invalid ... `''` when unknown. */
  readonly reason: string;
  /** The server's own words. */
  readonly message: string;
  /** `details.causes`: the fields that it names. */
  readonly causes: readonly ApiErrorCause[];
}

export interface ApiErrorCause {
  /** Kubernetes' path: `spec.template.spec.containers[0].image`. `''` when the cause names none. */
  readonly field: string;
  readonly reason: string;
  readonly message: string;
  /** What the proxy of `npm start -- --context` adds where the console has words of its own for it (proxy/problem-detail.ts). */
  readonly known?: { readonly code: string; readonly values: Readonly<Record<string, string>> };
}

/** What every request of `src/cluster` rejects with, a cancelled one apart (that one rejects with its signal's reason). */
export class ApiFailure extends Error {
  readonly error: ApiError;

  constructor(error: ApiError) {
    super(error.message);
    this.name = 'ApiFailure';
    this.error = error;
  }
}

/** The failure of a request that got no answer. `cause` is whatever `fetch` rejected with. */
export function networkFailure(cause: unknown): ApiFailure {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new ApiFailure({ kind: 'network', status: 0, reason: '', message, causes: [] });
}

/** The failure that a server answered with. Reads the body; one that is not a Kubernetes Status is kept as the message. */
export async function responseFailure(response: Response): Promise<ApiFailure> {
  const text = await response.text().catch(() => '');
  return new ApiFailure(readStatus(parseJson(text), response.status, text.trim() || response.statusText));
}

/**
 * An `ApiError` from a Kubernetes `Status` (meta/v1), which also travels inside a watch as an ERROR event.
 * Total: whatever is not a Status gives `fallbackStatus` and `fallbackMessage`.
 */
export function readStatus(body: unknown, fallbackStatus: number, fallbackMessage: string): ApiError {
  const status = record(body);
  if (status['kind'] !== 'Status') {
    return { kind: 'http', status: fallbackStatus, reason: '', message: fallbackMessage, causes: [] };
  }
  const causes = record(status['details'])['causes'];
  return {
    kind: 'http',
    status: typeof status['code'] === 'number' ? status['code'] : fallbackStatus,
    reason: text(status['reason']),
    message: text(status['message']) || fallbackMessage,
    causes: Array.isArray(causes) ? causes.map(readCause) : [],
  };
}

function readCause(value: unknown): ApiErrorCause {
  const cause = record(value);
  const code = text(cause['code']);
  return {
    field: text(cause['field']),
    reason: text(cause['reason']),
    message: text(cause['message']),
    ...(code === '' ? {} : { known: { code, values: texts(cause['values']) } }),
  };
}

function texts(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record(value)).map(([key, item]) => [key, text(item)]));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The `ApiError` of whatever a request threw. */
export function apiErrorOf(cause: unknown): ApiError {
  return cause instanceof ApiFailure ? cause.error : networkFailure(cause).error;
}
