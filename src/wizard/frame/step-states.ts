import type { Finding } from '../../domain/checks/finding.ts';
import { placeOfPath, stepKeys, type StepKey } from './place.ts';
import type { Problem } from './shown-problems.ts';

/** How a step stands, for its badge. */
export interface StepState {
  readonly key: StepKey;
  readonly current: boolean;
  /** `done`: visited, nothing wrong. `errors`: something shown is wrong. `untouched`: not visited yet. */
  readonly badge: 'done' | 'errors' | 'untouched';
  /** Errors that are shown. */
  readonly errors: number;
  /** The first step before this one that has errors, shown or not: this one opens after it is mended. */
  readonly blockedBy: StepKey | undefined;
}

/**
 * @param findings everything that the checks say now
 * @param problems what of it is shown
 * @param visited the steps that were left or tried
 */
export function stepStates(
  current: StepKey,
  findings: readonly Finding[],
  problems: readonly Problem[],
  visited: ReadonlySet<StepKey>,
): StepState[] {
  const blocking = stepKeys.find((key) => firstErrorOf(findings, key) !== undefined);
  return stepKeys.map((key, index) => {
    const errors = problems.filter(({ path, severity }) => severity === 'error' && placeOfPath(path).step === key).length;
    const blocked = blocking !== undefined && stepKeys.indexOf(blocking) < index;
    return {
      key,
      current: key === current,
      badge: errors > 0 ? 'errors' : visited.has(key) ? 'done' : 'untouched',
      errors,
      blockedBy: blocked ? blocking : undefined,
    };
  });
}

/** The first error of a step, in the order of the checks. */
export function firstErrorOf(findings: readonly Finding[], step: StepKey): Finding | undefined {
  return findings.find(({ severity, path }) => severity === 'error' && placeOfPath(path).step === step);
}

/** The first error of the whole form, in the order of the steps. */
export function firstError(findings: readonly Finding[]): Finding | undefined {
  for (const step of stepKeys) {
    const found = firstErrorOf(findings, step);
    if (found !== undefined) return found;
  }
  return undefined;
}
