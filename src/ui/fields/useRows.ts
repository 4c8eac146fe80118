import { flushSync } from 'react-dom';
import { useFieldArray, type FieldArray, type FieldArrayPath } from 'react-hook-form';
import type { Draft } from '../../domain/workload/draft.ts';
import { fieldId, focusField } from '../field-id.ts';
import { useFieldPrefix } from '../useFieldPrefix.ts';

/** Paths of the draft that hold a list of rows. */
export type RowsPath = FieldArrayPath<Draft>;

export interface Rows<Path extends RowsPath> {
  /** Stable keys of the rows, in order. */
  readonly keys: readonly string[];
  /** Id of the add button: a finding on the list itself lands there. */
  readonly addId: string;
  /** Adds rows after `index` (at the end without it) and focuses the first. */
  add(rows: FieldArray<Draft, Path> | FieldArray<Draft, Path>[], after?: number): void;
  /** Removes a row and keeps the focus in the list. */
  remove(index: number): void;
  /** Moves a row up or down, and the focus with it. Does nothing at the ends. */
  move(index: number, by: -1 | 1): void;
}

/** A list of rows of the draft. */
export function useRows<Path extends RowsPath>(name: Path): Rows<Path> {
  const { fields, insert, remove, move } = useFieldArray<Draft, Path>({ name });
  const prefix = useFieldPrefix();
  const addId = fieldId(prefix, name);
  const count = fields.length;
  const focusRow = (index: number) => {
    if (index < 0 || !focusField(prefix, `${name}.${index}`)) document.getElementById(addId)?.focus();
  };
  return {
    keys: fields.map((field) => field.id),
    addId,
    add: (rows, after = count - 1) => {
      flushSync(() => insert(after + 1, rows, { shouldFocus: false }));
      focusRow(after + 1);
    },
    remove: (index) => {
      flushSync(() => remove(index));
      focusRow(Math.min(index, count - 2));
    },
    move: (index, by) => {
      const to = index + by;
      if (to < 0 || to >= count) return;
      flushSync(() => move(index, to));
      focusRow(to);
    },
  };
}
