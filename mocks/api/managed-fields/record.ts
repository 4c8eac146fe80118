import { copyJson, sameJson } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';
import { apiVersionOf } from '../resource-type.ts';
import type { ResourceType } from '../resource-type.ts';
import type { WriteOptions } from '../write-options.ts';
import { fieldsAndContainers } from './field-paths.ts';
import { mergeSchemaOf } from './merge-schema.ts';
import { readManagers, sameManager, writeManagers } from './managers.ts';
import type { Manager } from './managers.ts';

/**
 * Notes in `metadata.managedFields` what a write has changed. The writer owns what it added or changed, nobody owns what is
 * gone. A server-side apply has noted its own fields before and only loses what is gone.
 * Source: `Update` of sigs.k8s.io/structured-merge-diff/merge.
 */
export function recordManager(
  type: ResourceType,
  old: KubeObject | undefined,
  next: KubeObject,
  options: WriteOptions,
  now: number,
): void {
  const { fieldManager, subresource = '' } = options;
  if (options.appliedFields !== undefined) {
    writeManagers(next, options.appliedFields, readManagers(old), now);
    return;
  }
  if (fieldManager === undefined || fieldManager === '') {
    if (old?.metadata.managedFields !== undefined) {
      next.metadata.managedFields = copyJson(old.metadata.managedFields);
    }
    return;
  }
  const fieldsIn = (object: KubeObject) =>
    fieldsAndContainers(mergeSchemaOf(type), withoutForeignStatus(object), type.custom === true);
  const withoutForeignStatus = (object: KubeObject): KubeObject =>
    subresource === '' && type.subresources?.status === true ? { ...object, status: undefined } : object;
  const before = old === undefined ? new Map<string, unknown>() : fieldsIn(old);
  const after = fieldsIn(next);
  const changed = [...after].filter(
    ([path, value]) => !before.has(path) || !sameJson(before.get(path), value),
  );
  const written = new Set(changed.map(([path]) => path));
  const managers = readManagers(old);
  const self: Manager = {
    manager: fieldManager,
    operation: 'Update',
    apiVersion: apiVersionOf(type),
    subresource,
    time: '',
    paths: new Set(),
  };
  const own = managers.find((entry) => sameManager(entry, self)) ?? self;
  const all = managers.includes(own) ? managers : [...managers, own];
  const result = all.map((entry) => {
    const foreign = entry.subresource !== subresource;
    const kept = [...entry.paths].filter(
      (path) => (foreign || after.has(path)) && (entry === own || !written.has(path)),
    );
    return { ...entry, paths: new Set(entry === own ? [...kept, ...written] : kept) };
  });
  writeManagers(next, result, managers, now);
}
