import { get } from 'react-hook-form';
import type { Finding, Severity } from '../../domain/checks/finding.ts';
import { stepOf, type Step } from '../../domain/checks/steps.ts';
import { isCapacityFinding } from '../nic/capacity/capacity-finding.ts';
import type { FieldProblem, FieldProblems } from '../../ui/fields/field-problems.ts';

/** A problem in words, at a field. */
export interface Problem {
  readonly path: string;
  readonly severity: Severity;
  readonly text: string;
  /** What was found; absent for what the cluster refused. */
  readonly finding?: Finding;
  /** What the button says that ends it. */
  readonly fix?: string;
}

/** What was done to the form so far. */
export interface Progress {
  /** Steps that were left or tried: everything wrong there is shown. */
  readonly revealed: ReadonlySet<Step>;
  /** React Hook Form's trees of fields that were left, and that differ from the start. */
  readonly touched: object;
  readonly dirty: object;
}

/**
 * Whether a finding is shown now. An error of a field that nobody has edited or tried yet stays quiet, so that an
 * empty form does not scold; a warning, a note, and addresses that are too few speak of something that was chosen and
 * are shown at once.
 */
export function isShown(finding: Finding, progress: Progress): boolean {
  const { severity, path } = finding;
  if (severity !== 'error' || isCapacityFinding(finding)) return true;
  if (progress.revealed.has(stepOf(path))) return true;
  return get(progress.touched, path) === true && get(progress.dirty, path) === true;
}

/**
 * The gravest problem of each field; of several equals, the first. A note belongs to the place that it speaks of.
 * @param apply ends a finding by its fix
 */
export function problemsByField(
  problems: readonly Problem[],
  apply: (finding: Finding) => void,
): FieldProblems {
  const byField = new Map<string, FieldProblem>();
  for (const { path, severity, text, finding, fix } of problems) {
    if (severity === 'note') continue;
    const known = byField.get(path);
    if (known !== undefined && !(known.severity === 'warning' && severity === 'error')) continue;
    const button = finding && fix !== undefined ? { fix: { text: fix, apply: () => apply(finding) } } : {};
    byField.set(path, { severity, text, ...button });
  }
  return byField;
}

/** How many errors are under a path. */
export function errorsUnder(problems: readonly Problem[], prefix: string): number {
  return problems.filter(({ path, severity }) => severity === 'error' && isUnder(path, prefix)).length;
}

function isUnder(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(prefix.endsWith('.') ? prefix : `${prefix}.`);
}
