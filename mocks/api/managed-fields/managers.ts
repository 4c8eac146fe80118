import { listOr, objectOr, sameJson, textOr } from '../../store/json.ts';
import { seconds } from '../../store/deletion.ts';
import type { KubeObject } from '../../store/store.ts';
import { fromFieldsV1, toFieldsV1 } from './field-paths.ts';
import type { FieldPath } from './field-paths.ts';

/** One entry of `metadata.managedFields`. */
export interface Manager {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  subresource: string;
  time: string;
  paths: Set<FieldPath>;
}

/** Whether two entries are of one manager: same name, operation, version and subresource. */
export function sameManager(
  a: Pick<Manager, 'manager' | 'operation' | 'apiVersion' | 'subresource'>,
  b: Pick<Manager, 'manager' | 'operation' | 'apiVersion' | 'subresource'>,
): boolean {
  return (
    a.manager === b.manager &&
    a.operation === b.operation &&
    a.apiVersion === b.apiVersion &&
    a.subresource === b.subresource
  );
}

/** Reads `metadata.managedFields`. */
export function readManagers(object: KubeObject | undefined): Manager[] {
  return listOr(object?.metadata.managedFields).map((item) => {
    const entry = objectOr(item);
    return {
      manager: textOr(entry.manager),
      operation: entry.operation === 'Apply' ? 'Apply' : 'Update',
      apiVersion: textOr(entry.apiVersion),
      subresource: textOr(entry.subresource),
      time: textOr(entry.time),
      paths: fromFieldsV1(entry.fieldsV1),
    };
  });
}

/**
 * Writes `metadata.managedFields`; managers that own nothing are left out. An entry gets a new time when its fields change.
 * @param now milliseconds since 1970
 */
export function writeManagers(
  object: KubeObject,
  managers: readonly Manager[],
  before: readonly Manager[],
  now: number,
) {
  const entries = managers
    .filter(({ paths }) => paths.size > 0)
    .map((entry) => {
      const old = before.find((other) => sameManager(other, entry));
      const fieldsV1 = toFieldsV1(entry.paths);
      const unchanged = old !== undefined && sameJson(toFieldsV1(old.paths), fieldsV1);
      return {
        manager: entry.manager,
        operation: entry.operation,
        apiVersion: entry.apiVersion,
        time: unchanged ? old.time : seconds(now),
        fieldsType: 'FieldsV1',
        fieldsV1,
        ...(entry.subresource === '' ? {} : { subresource: entry.subresource }),
      };
    });
  if (entries.length > 0) object.metadata.managedFields = entries.sort(inOrder);
  else delete object.metadata.managedFields;
}

type Entry = Pick<Manager, 'manager' | 'operation' | 'apiVersion' | 'time'> & { subresource?: string };

/** Appliers first, then by time: whoever writes again what he has written changes nothing. Source: `sortEncodedManagedFields`. */
function inOrder(a: Entry, b: Entry): number {
  const keys = [a, b].map(({ operation, time, manager, apiVersion, subresource = '' }) =>
    [operation, time, manager, apiVersion, subresource].join('\u0000'),
  );
  const [first = '', second = ''] = keys;
  return first < second ? -1 : first === second ? 0 : 1;
}
