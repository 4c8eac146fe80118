import type { KeyValue } from '../draft.ts';
import { type Edit, type EditEntry, keep, map, remove, set } from './edit.ts';
import { entriesOf, scalarText } from './plain.ts';

export interface TextEntry {
  readonly key: string;
  readonly value: string;
  /** Path in the draft of what the entry shows. */
  readonly field: string;
}

/**
 * The edit of a map of texts that the form shows whole: labels, annotations, a selector. The first of two equal keys
 * counts. A row in which nothing was typed makes no entry; an entry that is not text stays.
 */
export function textMapEdit(current: unknown, wanted: readonly TextEntry[], field: string): Edit {
  const existing = new Map(entriesOf(current));
  const entries = new Map<string, Edit>();
  for (const entry of wanted) {
    if (entries.has(entry.key) || (isBlank(entry) && !existing.has(''))) continue;
    const same = existing.has(entry.key) && scalarText(existing.get(entry.key)) === entry.value;
    entries.set(entry.key, same ? keep(entry.field) : set(entry.value, entry.field));
  }
  const others = [...existing].flatMap(([key, value]): EditEntry[] =>
    entries.has(key) ? [] : [[key, scalarText(value) === null ? keep() : remove]],
  );
  return map([...entries, ...others], field);
}

function isBlank({ key, value }: KeyValue): boolean {
  return key === '' && value === '';
}

/** Rows of the form as entries, their fields below `field`. */
export function rowEntries(rows: readonly KeyValue[], field: string): readonly TextEntry[] {
  return rows.map(({ key, value }, index) => ({ key, value, field: `${field}.${index}.value` }));
}

/** The entries of a map that are text. */
export function readTextMap(current: unknown): KeyValue[] {
  return entriesOf(current).flatMap(([key, value]) => {
    const text = scalarText(value);
    return text === null ? [] : [{ key, value: text }];
  });
}
