import type { ResourceName } from '../store/store.ts';
import { resourceNameOf } from './resource-type.ts';
import type { ResourceType } from './resource-type.ts';

/** The resources that a cluster serves, found by name or by path. */
export interface Catalogue {
  readonly types: readonly ResourceType[];
  /** @param resource `apps/v1/deployments` */
  get(resource: ResourceName): ResourceType | undefined;
  /** The type of an object: `apps/v1`, `Deployment`. */
  ofKind(apiVersion: string, kind: string): ResourceType | undefined;
  /** Groups with their versions, the core group first. */
  groups(): { group: string; versions: string[] }[];
  inVersion(group: string, version: string): ResourceType[];
}

/** @param types later ones do not replace earlier ones of the same name */
export function createCatalogue(types: readonly ResourceType[]): Catalogue {
  const byName = new Map<ResourceName, ResourceType>();
  for (const type of types) {
    if (!byName.has(resourceNameOf(type))) byName.set(resourceNameOf(type), type);
  }
  const all = [...byName.values()];
  const versionOf = (type: ResourceType) =>
    type.group === '' ? type.version : `${type.group}/${type.version}`;
  return {
    types: all,
    get: (resource) => byName.get(resource),
    ofKind: (apiVersion, kind) => all.find((type) => versionOf(type) === apiVersion && type.kind === kind),
    groups() {
      const versions = new Map<string, Set<string>>([['', new Set()]]);
      for (const { group, version } of all) {
        versions.set(group, (versions.get(group) ?? new Set()).add(version));
      }
      return [...versions].map(([group, found]) => ({ group, versions: [...found] }));
    },
    inVersion: (group, version) => all.filter((type) => type.group === group && type.version === version),
  };
}
