import type { JsonObject } from '../store/json.ts';
import type { KubeObject, ResourceName } from '../store/store.ts';

/** One resource of the API: what discovery says of it, how it is stored, printed and checked. Data, also for CRDs. */
export interface ResourceType {
  /** Empty for the core group. */
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  listKind: string;
  shortNames?: readonly string[];
  categories?: readonly string[];
  namespaced: boolean;
  subresources?: { status?: boolean; scale?: boolean };
  /** What `kubectl get` prints. Without it: NAME and AGE. */
  columns?: readonly Column[];
  /** OpenAPI v3 schema of the whole object, as a CRD carries it. Unknown fields are pruned where it does not allow them. */
  schema?: JsonObject;
  /** The rules of names; default `subdomain` (DNS-1123 subdomain). */
  nameRule?: 'subdomain' | 'label' | 'dns1035' | 'path';
  /** True for resources declared by a CustomResourceDefinition. */
  custom?: boolean;
}

/** A column of a Table. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  /** OpenAPI format: `name` marks the column that names the object. */
  format?: string;
  description?: string;
  /** 0 is always shown, greater only with `-o wide`. Default 0. */
  priority?: number;
  /** Where the cell comes from: a JSONPath as in a CRD (`.status.totalIPCount`), or a function. */
  value: string | ((object: KubeObject, now: number) => unknown);
}

/** `apps/v1/deployments`, `v1/pods`. */
export function resourceNameOf(type: Pick<ResourceType, 'group' | 'version' | 'plural'>): ResourceName {
  return type.group === ''
    ? `${type.version}/${type.plural}`
    : `${type.group}/${type.version}/${type.plural}`;
}

/** `apps/v1`, `v1`. */
export function apiVersionOf(type: Pick<ResourceType, 'group' | 'version'>): string {
  return type.group === '' ? type.version : `${type.group}/${type.version}`;
}

/** `Deployment.apps`, `Service`: how a kind is named in an "is invalid" message. */
export function qualifiedKind(type: Pick<ResourceType, 'group' | 'kind'>): string {
  return type.group === '' ? type.kind : `${type.kind}.${type.group}`;
}
