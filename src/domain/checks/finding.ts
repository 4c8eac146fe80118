/** error blocks Submit, warning asks once, note informs. */
export type Severity = 'error' | 'warning' | 'note';

/**
 * One result of a check: data only. Text is chosen where it is shown, by `code` and `params`
 * (`src/i18n/texts/findings.ts` has one text for each code).
 */
export interface Finding {
  /** `area.problem`, the same in checks, texts and tests. */
  readonly code: string;
  readonly severity: Severity;
  /** Path of the field in the `Draft`, as React Hook Form writes it: `network.nics.0.pools.ipv4`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
}
