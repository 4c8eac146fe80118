import { isRecord } from '../untyped.ts';
import type { Draft } from './draft.ts';

/** What is at a path of the draft, such as `network.nics.0.pools.ipv4`; `undefined` where nothing is. */
export function fieldAt(draft: Partial<Draft>, path: string): unknown {
  let value: unknown = draft;
  for (const key of path.split('.')) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isRecord(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

/** The text of a field, `''` where there is none. */
export function textAtField(draft: Draft, path: string): string {
  const value = fieldAt(draft, path);
  return typeof value === 'string' ? value : '';
}

/** The draft with another value in one field. The caller answers for the value being of the field's type. */
export function withField(draft: Draft, path: string, value: unknown): Draft {
  return replaced(draft, path.split('.'), () => value) as Draft;
}

/** The draft without the row that a field belongs to: of `metadata.labels.2.key` the label with index 2. */
export function withoutRow(draft: Draft, path: string): Draft {
  const keys = path.split('.');
  const at = keys.findLastIndex((key) => /^\d+$/.test(key));
  if (at < 1) return draft;
  const index = Number(keys[at]);
  return replaced(draft, keys.slice(0, at), (rows) =>
    Array.isArray(rows) ? rows.filter((_, row) => row !== index) : rows,
  ) as Draft;
}

function replaced(
  value: unknown,
  [key, ...rest]: readonly string[],
  change: (value: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === Number(key) ? replaced(item, rest, change) : item));
  }
  return isRecord(value) ? { ...value, [key]: replaced(value[key], rest, change) } : value;
}

/** One field that differs between two drafts. */
export interface ChangedField {
  readonly path: string;
  readonly value: unknown;
}

/** The smallest fields in which two drafts differ; a list of another length, or whose items are texts, is one field. */
export function changedFields(before: Draft, after: Draft): readonly ChangedField[] {
  return differences(before, after, '');
}

function differences(before: unknown, after: unknown, path: string): readonly ChangedField[] {
  if (Object.is(before, after)) return [];
  const inner = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (isRecord(before) && isRecord(after)) {
    return Object.keys(after).flatMap((key) => differences(before[key], after[key], inner(key)));
  }
  const rows = isRowList(before) && isRowList(after) && before.length === after.length;
  if (!rows) return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, value: after }];
  return after.flatMap((row, index) => differences(before[index], row, inner(String(index))));
}

function isRowList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isRecord);
}
