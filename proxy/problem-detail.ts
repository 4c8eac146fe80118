/**
 * What is peculiar to a case. In English, for the terminal; where the console has words of its own for it (src/ui/api-error-text.ts),
 * with what chooses them and goes into them.
 */
export type Detail = string | KnownDetail;

export interface KnownDetail {
  readonly code: DetailCode;
  readonly values: Readonly<Record<string, string>>;
  readonly words: string;
}

export type DetailCode =
  | 'FileMissing'
  | 'FileUnreadable'
  | 'PluginNotFound'
  | 'PluginEnded'
  | 'PluginEndedMutely'
  | 'PluginTimeOut'
  | 'ConnectionRefused'
  | 'HostNotFound'
  | 'NoAnswer'
  | 'NoTls'
  | 'CertificateExpired'
  | 'CertificateIssuerUnknown'
  | 'CertificateOfOther';

/** @param values what the console puts into its words, besides what the problem names itself. */
export function known(
  code: DetailCode,
  words: string,
  values: Readonly<Record<string, string>> = {},
): KnownDetail {
  return { code, values, words };
}

/** The detail in English. */
export function wordsOf(detail: Detail): string {
  return typeof detail === 'string' ? detail : detail.words;
}
