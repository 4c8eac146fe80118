import { objectOr, scalarText } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';
import type { Column, ResourceType } from '../resource-type.ts';
import { ageColumn, nameColumn } from './columns.ts';
import { since } from './duration.ts';
import { readJsonPath } from './json-path.ts';

/** What a row carries besides its cells. */
export type IncludeObject = 'None' | 'Metadata' | 'Object';

const DEFAULT_COLUMNS: readonly Column[] = [nameColumn, { ...ageColumn, type: 'date' }];

/** `columnDefinitions` of a Table. */
export function columnDefinitions(type: ResourceType): JsonObject[] {
  return columnsOf(type).map(({ name, type: cellType, format = '', description = '', priority = 0 }) => ({
    name,
    type: cellType,
    format,
    description: description || name,
    priority,
  }));
}

/** One row of a Table. */
export function tableRow(
  type: ResourceType,
  object: KubeObject,
  include: IncludeObject,
  now: number,
): JsonObject {
  const cells = columnsOf(type).map((column) => cell(column, object, now));
  const ended = completion(object);
  const row = { cells, ...(ended === undefined ? {} : { conditions: [ended] }) };
  if (include === 'None') return { ...row, object: null };
  return { ...row, object: include === 'Object' ? object : partialMetadata(object) };
}

/** A Pod that has ended is marked, so that a client may leave it out. Source: `printPod` of pkg/printers/internalversion. */
function completion({ kind, status }: KubeObject): JsonObject | undefined {
  const phase = kind === 'Pod' ? objectOr(status).phase : undefined;
  const mark = { type: 'Completed', status: 'True' };
  if (phase === 'Succeeded') {
    return { ...mark, reason: 'Succeeded', message: 'The pod has completed successfully.' };
  }
  return phase === 'Failed' ? { ...mark, reason: 'Failed', message: 'The pod failed.' } : undefined;
}

/** An object with nothing but its metadata. */
export function partialMetadata({ metadata }: KubeObject): JsonObject {
  return { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata };
}

/** A CRD that has columns of its own still starts with NAME. Source: `tableconvertor.New` of apiextensions-apiserver. */
function columnsOf(type: ResourceType): readonly Column[] {
  const columns = type.columns ?? DEFAULT_COLUMNS;
  const named = columns.some(({ format }) => format === 'name');
  return named ? columns : [nameColumn, ...columns];
}

function cell(column: Column, object: KubeObject, now: number): unknown {
  if (typeof column.value === 'function') return column.value(object, now) ?? null;
  const value = readJsonPath(column.value, object);
  if (value === undefined || value === null) return null;
  switch (column.type) {
    case 'date':
      return since(value, now);
    case 'integer':
      return typeof value === 'number' ? Math.trunc(value) : null;
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'string':
      return typeof value === 'object' ? JSON.stringify(value) : scalarText(value);
  }
}
