import type { ApiError } from '../cluster/api-error.ts';
import type { TextKey, Translate } from '../i18n/i18n.ts';
import { readRefusal } from './refusal.ts';

/** What the proxy of `npm start -- --context` names as cause where it cannot use a cluster (proxy/status.ts). */
const connectionTexts = {
  KubeconfigUnusable: 'error.connection.kubeconfig',
  ContextMissing: 'error.connection.context',
  ExecPluginFailed: 'error.connection.execPlugin',
  ServerUnreachable: 'error.connection.unreachable',
  CertificateUntrusted: 'error.connection.certificate',
  CredentialsRefused: 'error.connection.credentials',
} as const satisfies Record<string, TextKey>;

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
