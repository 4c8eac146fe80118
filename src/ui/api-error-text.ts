import type { ApiError, ApiErrorCause } from '../cluster/api-error.ts';
import type { TextKey, Translate } from '../i18n/i18n.ts';
import { readRefusal } from './refusal.ts';

/** What the proxy of `npm start -- --context` names as cause where it cannot use a cluster (proxy/status.ts). */
const connectionTexts = {
  KubeconfigUnusable: 'error.connection.kubeconfig',
  ContextMissing: 'error.connection.context',
  ExecPluginFailed: 'error.connection.execPlugin',
  ServerUnreachable: 'error.connection.unreachable',
  AnswerLost: 'error.network',
  CertificateUntrusted: 'error.connection.certificate',
  CredentialsRefused: 'error.connection.credentials',
} as const satisfies Record<string, TextKey>;

/** What happened in particular, by the code that the proxy names besides (proxy/problem-detail.ts). */
const knownTexts = {
  FileMissing: 'error.detail.fileMissing',
  FileUnreadable: 'error.detail.fileUnreadable',
  PluginNotFound: 'error.detail.pluginNotFound',
  PluginEnded: 'error.detail.pluginEnded',
  PluginEndedMutely: 'error.detail.pluginEndedMutely',
  PluginTimeOut: 'error.detail.pluginTimeOut',
  ConnectionRefused: 'error.detail.connectionRefused',
  HostNotFound: 'error.detail.hostNotFound',
  NoAnswer: 'error.detail.noAnswer',
  NoTls: 'error.detail.noTls',
  CertificateExpired: 'error.detail.certificateExpired',
  CertificateIssuerUnknown: 'error.detail.certificateIssuerUnknown',
  CertificateOfOther: 'error.detail.certificateOfOther',
} as const satisfies Record<string, TextKey>;

/** One cause of a failure: in the console's words where it has any, else in those of whoever named it. */
export function causeText({ known, message }: ApiErrorCause, t: Translate): string {
  if (known === undefined || !isKnown(known.code)) return message;
  return t(knownTexts[known.code], known.values).trim();
}

function isKnown(code: string): code is keyof typeof knownTexts {
  return Object.hasOwn(knownTexts, code);
}

/** Whether the whole cluster cannot be used, as the proxy sees it. An answer that was lost on the way says nothing of the next. */
export function isClusterUnusable({ causes }: ApiError): boolean {
  const reason = causes[0]?.reason ?? '';
  return isConnectionCause(reason) && reason !== 'AnswerLost';
}

/** The plain words for a failure. A 403 of the API server itself names what may not be done, to what, and where. */
export function apiErrorText(error: ApiError, t: Translate): string {
  const refusal = error.status === 403 ? readRefusal(error.message) : undefined;
  if (refusal === undefined) return t(apiErrorKey(error));
  const { verb, resource, namespace } = refusal;
  const refused = `${t(`error.verb.${verb}`)} ${resource}`;
  return namespace === undefined
    ? t('error.forbidden.cluster', { refused })
    : t('error.forbidden.namespace', { refused, namespace });
}

/** By reason first, which says more than the HTTP status (404 and 409 have several). */
export function apiErrorKey(error: ApiError): TextKey {
  if (error.kind === 'network') return 'error.network';
  const cause = error.causes[0]?.reason ?? '';
  if (isConnectionCause(cause)) return connectionTexts[cause];
  if (error.message.startsWith('admission webhook ')) return 'error.denied';
  if (error.status === 403 && / exceeded quota: /.test(error.message)) return 'error.quota';
  switch (error.reason) {
    case 'AlreadyExists':
      return 'error.alreadyExists';
    case 'Conflict':
      return 'error.conflict';
    case 'Invalid':
    case 'BadRequest':
      return 'error.invalid';
  }
  switch (error.status) {
    case 401:
      return 'error.unauthorized';
    case 403:
      return 'error.forbidden';
    case 404:
      return 'error.notFound';
    case 409:
      return 'error.conflict';
    case 413:
      return 'error.tooLarge';
    case 429:
      return 'error.tooMany';
  }
  return error.status >= 500 ? 'error.server' : 'error.other';
}

function isConnectionCause(reason: string): reason is keyof typeof connectionTexts {
  return Object.hasOwn(connectionTexts, reason);
}
