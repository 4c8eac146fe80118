import { get } from 'react-hook-form';
import type { Finding, Severity } from '../../domain/checks/finding.ts';
import { stepOf, type Step } from '../../domain/checks/steps.ts';
import { fieldAt } from '../../domain/workload/draft-path.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { isHeldBack } from '../held-back.ts';
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
  /** Paths of the fields of the NIC step that were left: it is one field of the form, and says so itself. */
  readonly left: ReadonlySet<string>;
}

/** Whether a finding of the draft is shown now (`isHeldBack`). */
export function isShown(finding: Finding, draft: Draft, progress: Progress): boolean {
  const { path } = finding;
  const ofNics = path.startsWith('network.');
  const touched = get(progress.touched, path) === true;
  const dirty = get(progress.dirty, path) === true;
  return !isHeldBack(finding, fieldAt(draft, path), {
    revealed: progress.revealed.has(stepOf(path)),
    left: ofNics ? progress.left.has(path) : touched && dirty,
    typing: !ofNics && dirty && !touched,
  });
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
