import type { KeyValue } from './draft.ts';

/** Rows with these labels as well: a row of the same key takes the new value, the others stay as they are. */
export function withLabels(rows: readonly KeyValue[], labels: Readonly<Record<string, string>>): KeyValue[] {
  const kept = rows.map((row) => ({ ...row, value: labels[row.key] ?? row.value }));
  const known = new Set(rows.map(({ key }) => key));
  const added = Object.entries(labels).filter(([key]) => !known.has(key));
  return [...kept, ...added.map(([key, value]) => ({ key, value }))];
}
