import type { Finding } from '../../domain/checks/finding.ts';

/** The warnings that somebody has been asked about, by what they say and where. */
export type AskedWarnings = ReadonlySet<string>;

/** The warnings among the findings, to be asked about. */
export function warningsOf(findings: readonly Finding[]): AskedWarnings {
  return new Set(findings.filter(({ severity }) => severity === 'warning').map(keyOf));
}

/** Whether there is a warning that nobody has been asked about: one that went away is no new question. */
export function hasNewWarning(findings: readonly Finding[], asked: AskedWarnings): boolean {
  return [...warningsOf(findings)].some((warning) => !asked.has(warning));
}

/** Whether there are warnings, and all of them were asked about. */
export function areAccepted(findings: readonly Finding[], asked: AskedWarnings): boolean {
  return warningsOf(findings).size > 0 && !hasNewWarning(findings, asked);
}

/** What names the thing that is warned of; numbers that come and go with the cluster are the same warning. */
function keyOf({ code, path, params }: Finding): string {
  return JSON.stringify([code, path, params['name'] ?? params['names'] ?? '']);
}
