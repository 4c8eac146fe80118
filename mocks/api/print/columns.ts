import type { Container } from 'kubernetes-types/core/v1';
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import type { KubeObject } from '../../store/store.ts';
import type { Column } from '../resource-type.ts';
import { since } from './duration.ts';
import { formatSelector } from './labels.ts';

/** An object of the store, read with the shape of a kind. The store holds only what validation let in. */
export type Printed<Kind> = Kind & { metadata: KubeObject['metadata'] };

/** A column whose cell is computed from an object of a known kind. */
export function column<Kind>(
  name: string,
  type: Column['type'],
  value: (object: Printed<Kind>, now: number) => unknown,
  priority = 0,
): Column {
  return { name, type, priority, value: (object, now) => value(object as unknown as Printed<Kind>, now) };
}

/** The first column of nearly every table. */
export const nameColumn: Column = { name: 'Name', type: 'string', format: 'name', value: '.metadata.name' };

/** Time since creation. */
export const ageColumn: Column = {
  name: 'Age',
  type: 'string',
  value: ({ metadata }, now) => since(metadata.creationTimestamp, now),
};

interface Workload {
  spec?: { template?: { spec?: { containers?: Container[] } }; selector?: LabelSelector };
}

const containersOf = (object: Workload) => object.spec?.template?.spec?.containers ?? [];

/** CONTAINERS and IMAGES of a Pod template, shown with `-o wide`. */
export const containerColumns: readonly Column[] = [
  column<Workload>(
    'Containers',
    'string',
    (o) =>
      containersOf(o)
        .map(({ name }) => name)
        .join(','),
    1,
  ),
  column<Workload>(
    'Images',
    'string',
    (o) =>
      containersOf(o)
        .map(({ image }) => image)
        .join(','),
    1,
  ),
];

/** SELECTOR, shown with `-o wide`. */
export const selectorColumn = column<Workload>(
  'Selector',
  'string',
  (o) => formatSelector(o.spec?.selector),
  1,
);

/** `a,b,c + 2 more...`: at most three of a list. */
export function firstThree(list: readonly string[], empty: string): string {
  if (list.length === 0) return empty;
  const shown = list.slice(0, 3).join(',');
  return list.length > 3 ? `${shown} + ${list.length - 3} more...` : shown;
}
