import type { ServerResponse } from 'node:http';
import { type ConnectionProblem, particularsOf, sentenceOf } from './problem.ts';

/** How the console knows a problem again: `details.causes[0].reason` of the Status (src/ui/api-error-text.ts). */
const wire: Readonly<Record<ConnectionProblem['kind'], { code: number; reason: string; cause: string }>> = {
  kubeconfig: { code: 500, reason: 'InternalError', cause: 'KubeconfigUnusable' },
  context: { code: 500, reason: 'InternalError', cause: 'ContextMissing' },
  execPlugin: { code: 500, reason: 'InternalError', cause: 'ExecPluginFailed' },
  unreachable: { code: 503, reason: 'ServiceUnavailable', cause: 'ServerUnreachable' },
  // Not 503, which says that nothing was done: whoever asked must look.
  lost: { code: 502, reason: '', cause: 'AnswerLost' },
  certificate: { code: 503, reason: 'ServiceUnavailable', cause: 'CertificateUntrusted' },
  credentials: { code: 401, reason: 'Unauthorized', cause: 'CredentialsRefused' },
};

/** The HTTP code of a problem. */
export function codeOf(problem: ConnectionProblem): number {
  return wire[problem.kind].code;
}

/**
 * A cause of a Status (meta/v1, StatusCause). Where the console has words for what happened, `code` chooses them and `values` go into them.
 */
interface StatusCause {
  readonly reason: string;
  readonly message: string;
  readonly field: string;
  readonly code?: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** Answers with a problem as a Status of Kubernetes. */
export function answerProblem(response: ServerResponse, problem: ConnectionProblem): void {
  const { code, reason, cause } = wire[problem.kind];
  answerStatus(response, code, reason, sentenceOf(problem), [
    { reason: cause, message: particularsOf(problem), field: '', ...knownPart(problem) },
  ]);
}

function knownPart(problem: ConnectionProblem): Pick<StatusCause, 'code' | 'values'> {
  if (!('detail' in problem) || typeof problem.detail === 'string') return {};
  const { kind: _kind, detail, ...place } = problem;
  return { code: detail.code, values: { ...place, ...detail.values } };
}

/** Answers with a Status of Kubernetes (meta/v1). */
export function answerStatus(
  response: ServerResponse,
  code: number,
  reason: string,
  message: string,
  causes: readonly StatusCause[] = [],
): void {
  answerJson(response, code, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason,
    ...(causes.length === 0 ? {} : { details: { causes } }),
    code,
  });
}

/** Answers with JSON that nobody keeps. */
export function answerJson(response: ServerResponse, code: number, body: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(code, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}
