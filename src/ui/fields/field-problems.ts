import { createContext, use } from 'react';

/** What is wrong with one field, in words. */
export interface FieldProblem {
  readonly severity: 'error' | 'warning';
  readonly text: string;
  /** The edit that ends it, where there is one. */
  readonly fix?: { readonly text: string; readonly apply: () => void };
}

/** The gravest problem to show at a field now, by the path of the field. */
export type FieldProblems = ReadonlyMap<string, FieldProblem>;

const FieldProblemsContext = createContext<FieldProblems>(new Map());

/** Who checks the form gives here what its fields show. */
export const FieldProblemsProvider = FieldProblemsContext.Provider;

/** The problem to show at a field now. */
export function useFieldProblem(path: string): FieldProblem | undefined {
  return use(FieldProblemsContext).get(path);
}
