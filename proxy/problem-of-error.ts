import { ConnectionFailure, type ConnectionProblem } from './problem.ts';
import { type Detail, known } from './problem-detail.ts';

/** Codes of Node and OpenSSL for a certificate that does not hold (nodejs.org/api/tls.html, X509 certificate error codes). */
const certificateCodes = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Where and as whom a request was sent. */
export interface Errand {
  readonly server: string;
  readonly user: string;
  /** There was a connection to the server, TLS and all: what was asked for may have been done. */
  readonly reached?: boolean;
}

/** Why a request to an API server got no answer. @param error whatever the connection failed with. */
export function problemOfError(error: unknown, { server, user, reached = false }: Errand): ConnectionProblem {
  const { code = '', message } = plainError(error);
  // OpenSSL says what it means in the code or, as EPROTO, in the message, by version of Node.
  const said = `${code} ${message}`.toLowerCase().replaceAll('_', ' ');
  // A TLS alert about our certificate is how a server that demands one refuses it before any HTTP. With TLS 1.3 it comes when
  // the connection counts as made already.
  if (/alert (?:bad certificate|certificate|unknown ca|access denied)/.test(said)) {
    return { kind: 'credentials', server, user, by: 'handshake' };
  }
  const plain = reasonIn(message) || code || 'the connection was lost';
  if (reached && !(error instanceof NoAnswer)) return { kind: 'lost', server, detail: plain };
  if (certificateCodes.has(code)) {
    return { kind: 'certificate', server, detail: certificateDetail(code, firstLine(message)) };
  }
  if (/wrong version number|packet length too long/.test(said)) {
    return { kind: 'unreachable', server, detail: known('NoTls', 'it does not speak TLS') };
  }
  return { kind: 'unreachable', server, detail: unreachableDetail(error, code, plain) };
}

function certificateDetail(code: string, words: string): Detail {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return known('CertificateExpired', words);
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return known('CertificateOfOther', words);
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return known('CertificateIssuerUnknown', words);
    default:
      return words;
  }
}

function unreachableDetail(error: unknown, code: string, words: string): Detail {
  if (error instanceof NoAnswer) return known('NoAnswer', words, { seconds: String(error.seconds) });
  switch (code) {
    case 'ECONNREFUSED':
      return known('ConnectionRefused', words);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return known('HostNotFound', words);
    default:
      return words;
  }
}

/** A server, or what is before it, has not answered for so long that it is not waited for any more. */
export class NoAnswer extends Error {
  readonly seconds: number;

  constructor(milliseconds: number) {
    const seconds = milliseconds / 1000;
    super(`it does not answer within ${seconds} s`);
    this.name = 'NoAnswer';
    this.seconds = seconds;
  }
}

/**
 * The problem of whatever was thrown on the way to a cluster. Connections fail with plain errors. What else is thrown is a
 * mistake in a program, whose message may quote what it worked on: only its kind is told.
 *
 * @param errand absent where no request was sent yet.
 */
export function problemOfFailure(error: unknown, context: string, errand?: Errand): ConnectionProblem {
  if (error instanceof ConnectionFailure) return error.problem;
  const ofConnection =
    error instanceof AggregateError ||
    error instanceof NoAnswer ||
    (error instanceof Error && error.name === 'Error');
  if (errand !== undefined && ofConnection) return problemOfError(error, errand);
  const kind = error instanceof Error ? error.name : typeof error;
  return {
    kind: 'unreachable',
    server: errand?.server ?? context,
    detail: `Podnic itself has failed (${kind})`,
  };
}

/** A connection that was tried at several addresses fails with all of their errors. */
function plainError(error: unknown): { readonly code?: string; readonly message: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return plainError(error.errors[0]);
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? { message: error.message } : { code, message: error.message };
}

/** `error:0A00010B:SSL routines:ssl3_get_record:wrong version number:…` is of use by its fourth part alone. */
function reasonIn(message: string): string {
  const [, reason] = /error:[0-9A-F]+:[^:]*:[^:]*:([^:]+):/i.exec(message) ?? [];
  return reason ?? firstLine(message);
}

/** OpenSSL's messages go on with where in its source it happened. */
function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').trim().replace(/\.$/, '').slice(0, 300);
}
