import type { EnvDraft } from '../draft.ts';
import { type Edit, type EditEntry, map, optional, removed } from './edit.ts';
import { listEdit, readRows, rowOf } from './list-edit.ts';
import { at, isPlainMap, textOf } from './plain.ts';

type Reference = Exclude<EnvDraft['source'], 'value'>;

const references: Readonly<Record<Reference, string>> = {
  configMapKey: 'configMapKeyRef',
  secretKey: 'secretKeyRef',
  podField: 'fieldRef',
};
const sources: readonly Reference[] = ['configMapKey', 'secretKey', 'podField'];

/** Other sources (`resourceFieldRef`, `fileKeyRef`, two at once) are not shown and stay. */
const readEnv = rowOf((item): EnvDraft | null => {
  const name = textOf(item.get('name'));
  const from = item.get('valueFrom');
  if (from === undefined) return { source: 'value', name, value: textOf(item.get('value')) };
  if (!isPlainMap(from) || from.size !== 1 || item.has('value')) return null;
  const source = sources.find((known) => isPlainMap(from.get(references[known])));
  if (source === undefined) return null;
  const reference = from.get(references[source]);
  if (source === 'podField') return { source, name, fieldPath: textOf(at(reference, 'fieldPath')) };
  return { source, name, object: textOf(at(reference, 'name')), key: textOf(at(reference, 'key')) };
});

export function readEnvironment(current: unknown): EnvDraft[] {
  return readRows(current, readEnv);
}

export function environmentEdit(current: unknown, rows: readonly EnvDraft[], field: string): Edit {
  return listEdit<EnvDraft>({
    current,
    rows,
    field,
    read: readEnv,
    identity: ({ name }) => name,
    edit: envEdit,
  });
}

function envEdit(row: EnvDraft, item: unknown, field: string): Edit {
  const name = optional(item, 'name', row.name, `${field}.name`);
  if (row.source === 'value') {
    return map([name, optional(item, 'value', row.value, `${field}.value`), ...removed('valueFrom')], field);
  }
  const from = at(item, 'valueFrom');
  return map(
    [
      name,
      ...removed('value'),
      ['valueFrom', map(sources.map((source) => referenceEntry(source, row, from, field)))],
    ],
    field,
  );
}

function referenceEntry(
  source: Reference,
  row: Exclude<EnvDraft, { source: 'value' }>,
  from: unknown,
  field: string,
): EditEntry {
  const key = references[source];
  const reference = at(from, key);
  if (source !== row.source) return [key, { kind: 'remove' }];
  if (row.source === 'podField') {
    return [key, map([optional(reference, 'fieldPath', row.fieldPath, `${field}.fieldPath`)])];
  }
  return [
    key,
    map([
      optional(reference, 'name', row.object, `${field}.object`),
      optional(reference, 'key', row.key, `${field}.key`),
    ]),
  ];
}
