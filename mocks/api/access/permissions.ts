import { StatusError } from '../../store/store.ts';

/** Who everybody is in the simulated cluster. */
export const USER = { username: 'podnic', groups: ['podnic:operators', 'system:authenticated'] };

/** What a request wants to do, as `SubjectAccessReview` says it. */
export interface AccessQuestion {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
}

/**
 * Whether a request is allowed. Everything is, but what a scenario forbids.
 * @param forbidden plurals, alone or with their group: `spiderippools`, `secrets`, `deployments.apps`; with `across:` before it
 *   only requests that are not about one namespace, as for somebody with a Role and no ClusterRole
 */
export function isAllowed(
  forbidden: ReadonlySet<string>,
  { group, resource, namespace = '' }: AccessQuestion,
): boolean {
  const names = group === '' ? [resource] : [resource, `${resource}.${group}`];
  return !names.some((name) => forbidden.has(name) || (namespace === '' && forbidden.has(`across:${name}`)));
}

/** 403 in the words of RBAC. */
export function accessDenied({
  verb,
  group,
  resource,
  subresource,
  namespace,
  name,
}: AccessQuestion): StatusError {
  const qualified = group === '' ? resource : `${resource}.${group}`;
  const full = subresource === undefined ? resource : `${resource}/${subresource}`;
  const scope = namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  const object = name === undefined ? qualified : `${qualified} "${name}"`;
  return new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: `${object} is forbidden: User "${USER.username}" cannot ${verb} resource "${full}" in API group "${group}" ${scope}`,
    details: { ...(name === undefined ? {} : { name }), ...(group === '' ? {} : { group }), kind: resource },
  });
}
