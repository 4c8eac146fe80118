import { createContext, use } from 'react';

/** What is wrong with one field, in words. */
export interface FieldProblem {
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

export interface FieldProblems {
  /** The gravest problem of a field, if any. */
  at(path: string): FieldProblem | undefined;
  /** Whether errors of this field are shown although the user has not edited it yet (its step was tried). */
  revealed(path: string): boolean;
}

const none: FieldProblems = { at: () => undefined, revealed: () => false };

const FieldProblemsContext = createContext<FieldProblems>(none);

export const FieldProblemsProvider = FieldProblemsContext.Provider;

/**
 * The problem to show at a field now. An error of a field that nobody edited or tried yet stays quiet: an empty
 * form does not scold. A warning is shown at once.
 * @param state the field's state of React Hook Form
 */
export function useFieldProblem(
  path: string,
  state: { readonly isTouched: boolean; readonly isDirty: boolean },
): FieldProblem | undefined {
  const problems = use(FieldProblemsContext);
  const problem = problems.at(path);
  if (problem === undefined || problem.severity === 'warning') return problem;
  return problems.revealed(path) || (state.isTouched && state.isDirty) ? problem : undefined;
}
