import type { FindingCode } from './finding-code.ts';

/** error blocks Submit, warning asks once, note informs. */
export type Severity = 'error' | 'warning' | 'note';

/**
 * One result of a check: data only. Text is chosen where it is shown, by `code` and `params`
 * (`src/i18n/texts/findings.ts` has the text `finding.<code>`).
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Path of the field in the `Draft`, as React Hook Form writes it: `network.nics.0.pools.ipv4`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
}
