import type { ResourceName } from './store.ts';

/** The parts of a `ResourceName`; the core group is the empty text. */
export interface ResourceNameParts {
  group: string;
  version: string;
  plural: string;
}

/** Splits `apps/v1/deployments` or `v1/pods`. */
export function splitResourceName(resource: ResourceName): ResourceNameParts {
  const parts = resource.split('/');
  const [first = '', second = '', third] = parts;
  return third === undefined
    ? { group: '', version: first, plural: second }
    : { group: first, version: second, plural: third };
}

/** `deployments.apps`, `pods`: how Kubernetes names a resource in its errors. */
export function qualifiedResource(resource: ResourceName): string {
  const { group, plural } = splitResourceName(resource);
  return group === '' ? plural : `${plural}.${group}`;
}
