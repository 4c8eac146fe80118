import { useController, type ControllerRenderProps, type FieldPathByValue } from 'react-hook-form';
import type { Draft } from '../../domain/workload/draft.ts';
import { fieldId } from '../field-id.ts';
import { useFieldPrefix } from '../useFieldPrefix.ts';
import { useFieldProblem, type FieldProblem } from './field-problems.ts';

/** Paths of the draft whose value is text (numbers too: they are kept as typed). */
export type TextPath = FieldPathByValue<Draft, string>;
/** Paths of the draft whose value is on or off. */
export type FlagPath = FieldPathByValue<Draft, boolean>;

export interface BoundField<Path extends TextPath | FlagPath> {
  readonly id: string;
  readonly field: ControllerRenderProps<Draft, Path>;
  readonly problem: FieldProblem | undefined;
}

/** One field of the draft, tied to the form around it: its id, its value, and what is wrong with it. */
export function useField<Path extends TextPath | FlagPath>(name: Path): BoundField<Path> {
  const { field } = useController<Draft, Path>({ name });
  const id = fieldId(useFieldPrefix(), name);
  const problem = useFieldProblem(name);
  return { id, field, problem };
}
