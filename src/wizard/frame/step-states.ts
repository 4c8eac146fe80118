import type { Finding } from '../../domain/checks/finding.ts';
import { stepOf, steps, type Step } from '../../domain/checks/steps.ts';
import type { Problem } from './shown-problems.ts';

/** How a step stands, for its badge. */
export interface StepState {
  readonly key: Step;
  readonly current: boolean;
  /** `done`: visited, nothing wrong. `errors`, `warnings`: something is shown there. `untouched`: not visited yet. */
  readonly badge: 'done' | 'errors' | 'warnings' | 'untouched';
  /** Errors that are shown. */
  readonly errors: number;
  /** Warnings that are shown. */
  readonly warnings: number;
  /** The first step before this one that has errors, shown or not: this one opens after it is mended. */
  readonly blockedBy: Step | undefined;
}

/**
 * @param findings everything that the checks say now
 * @param problems what of it is shown
 * @param visited the steps that were left or tried
 */
export function stepStates(
  current: Step,
  findings: readonly Finding[],
  problems: readonly Problem[],
  visited: ReadonlySet<Step>,
): StepState[] {
  const blocking = steps.find((key) => firstErrorOf(findings, key) !== undefined);
  return steps.map((key, index) => {
    const here = problems.filter(({ path }) => stepOf(path) === key);
    const errors = here.filter(({ severity }) => severity === 'error').length;
    const warnings = here.filter(({ severity }) => severity === 'warning').length;
    const blocked = blocking !== undefined && steps.indexOf(blocking) < index;
    return {
      key,
      current: key === current,
      badge: errors > 0 ? 'errors' : warnings > 0 ? 'warnings' : visited.has(key) ? 'done' : 'untouched',
      errors,
      warnings,
      blockedBy: blocked ? blocking : undefined,
    };
  });
}

/** The first error of a step, in the order of the checks. */
export function firstErrorOf(findings: readonly Finding[], step: Step): Finding | undefined {
  return findings.find(({ severity, path }) => severity === 'error' && stepOf(path) === step);
}
