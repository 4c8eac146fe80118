import { at, isPlainMap } from './plain.ts';
import { type TextForm, typed } from './text-form.ts';

/**
 * What a draft asks of one node of a document. A tree of edits names only what the form owns: everything that it does
 * not name stays. `field` is the path in the `Draft` that the node shows, for the preview and for errors of the server.
 */
export type Edit =
  | { readonly kind: 'keep'; readonly field?: string }
  | { readonly kind: 'remove' }
  | SetEdit
  | { readonly kind: 'map'; readonly entries: readonly EditEntry[]; readonly field?: string }
  | { readonly kind: 'list'; readonly items: readonly EditItem[]; readonly field: string };

export interface SetEdit {
  readonly kind: 'set';
  readonly value: string | number;
  readonly field: string;
  /** Says no more than its absence would. It is written into a map that is made for another reason, and makes none. */
  readonly implied: boolean;
}

export type EditEntry = readonly [key: string, edit: Edit];

/** One item of the new list: made of the item at index `from` of the old list, or new when `from` is `null`. */
export interface EditItem {
  readonly from: number | null;
  readonly edit: Edit;
}

export const remove: Edit = { kind: 'remove' };

export function keep(field?: string): Edit {
  return field === undefined ? { kind: 'keep' } : { kind: 'keep', field };
}

export function map(entries: readonly EditEntry[], field?: string): Edit {
  return field === undefined ? { kind: 'map', entries } : { kind: 'map', entries, field };
}

export function set(value: string | number, field: string): Edit {
  return { kind: 'set', value, field, implied: false };
}

/**
 * A scalar that is absent when its text is empty. What already reads as the same text is left as it is written.
 * @param owner the plain value of the map that holds the scalar
 */
export function optional(owner: unknown, key: string, text: string, field: string, form = typed): EditEntry {
  if (form.read(at(owner, key)) === text) return [key, keep(field)];
  return [key, text === '' ? remove : set(form.write(text), field)];
}

/** A scalar whose absence means `absent`. A map that we make says it; a map that we find may go on leaving it out. */
export function defaulted(
  owner: unknown,
  key: string,
  text: string,
  {
    absent,
    field,
    form = typed,
  }: { readonly absent: string; readonly field: string; readonly form?: TextForm },
): EditEntry {
  const current = at(owner, key);
  const read = current === undefined ? absent : form.read(current) || absent;
  if (isPlainMap(owner) && read === text) return [key, keep(field)];
  return [key, { kind: 'set', value: form.write(text), field, implied: text === absent }];
}

/** A scalar that the API requires: shown empty rather than left out. */
export function required(owner: unknown, key: string, text: string, field: string, form = typed): EditEntry {
  return defaulted(owner, key, text, { absent: '', field, form });
}

/** The entries of keys that are taken away, where a part of the draft does not apply. */
export function removed(...keys: readonly string[]): readonly EditEntry[] {
  return keys.map((key) => [key, remove]);
}
