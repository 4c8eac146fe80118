import { type EditEntry, map, optional } from './edit.ts';
import { listEdit, readRows, rowOf } from './list-edit.ts';
import { at, textOf } from './plain.ts';

interface PullSecret {
  value: string;
}

const readSecret = rowOf((item): PullSecret => ({ value: textOf(item.get('name')) }));

/** @param spec the plain Pod spec */
export function readPullSecrets(spec: unknown): PullSecret[] {
  return readRows(at(spec, 'imagePullSecrets'), readSecret);
}

/** @param spec the plain Pod spec */
export function pullSecretsEdit(spec: unknown, rows: readonly PullSecret[]): EditEntry {
  return [
    'imagePullSecrets',
    listEdit<PullSecret>({
      current: at(spec, 'imagePullSecrets'),
      rows,
      field: 'metadata.pullSecrets',
      read: readSecret,
      identity: ({ value }) => value,
      edit: (row, item, field) => map([optional(item, 'name', row.value, `${field}.value`)], field),
    }),
  ];
}
