import type { ApiClient } from '../api/api-client.ts';
import { discover } from '../api/discovery.ts';
import { pathOf } from '../api/resources.ts';

const RBAC = 'rbac.authorization.k8s.io/v1';
const ACROSS = 'across:';

interface Rule {
  apiGroups: readonly string[];
  resources: readonly string[];
  verbs: readonly string[];
}

/**
 * Lets a user do everything but what a scenario forbids. RBAC only allows, so that all other resources are listed, as the API
 * server tells of them now; what is forbidden across namespaces is allowed in each of those that there are now.
 * @param forbidden `spiderippools`; `across:deployments` for what is not about one namespace
 */
export async function restrictUser(
  client: ApiClient,
  user: string,
  forbidden: readonly string[],
): Promise<void> {
  const across = forbidden.filter((text) => text.startsWith(ACROSS)).map((text) => text.slice(ACROSS.length));
  const rules = await rulesOf(client);
  const subject = { kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: user };

  async function grant(
    name: string,
    wanted: readonly Rule[],
    namespaces: readonly string[] | 'all',
  ): Promise<void> {
    await client.post(pathOf(`${RBAC}/clusterroles`), {
      apiVersion: RBAC,
      kind: 'ClusterRole',
      metadata: { name },
      rules: wanted,
    });
    const binding = {
      apiVersion: RBAC,
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [subject],
    };
    if (namespaces === 'all') {
      const kind = 'ClusterRoleBinding';
      await client.post(pathOf(`${RBAC}/clusterrolebindings`), { ...binding, kind });
      return;
    }
    for (const namespace of namespaces) {
      await client.post(pathOf(`${RBAC}/rolebindings`, namespace), { ...binding, kind: 'RoleBinding' });
    }
  }

  await grant('podnic-everywhere', without(rules, [...forbidden, ...across]), 'all');
  if (across.length > 0) {
    await grant('podnic-in-namespaces', only(rules, across), await namespacesOf(client));
  }
}

/** Every resource with its subresources, in the version that the API server prefers. */
async function rulesOf(client: ApiClient): Promise<Rule[]> {
  return (await discover(client)).map(({ groupVersion, resources }) => ({
    apiGroups: [groupVersion.includes('/') ? (groupVersion.split('/')[0] ?? '') : ''],
    resources: resources.map(({ name }) => name),
    verbs: ['*'],
  }));
}

async function namespacesOf(client: ApiClient): Promise<string[]> {
  const { items } = (await client.get(pathOf('v1/namespaces'))) as {
    items: { metadata: { name: string }; status?: { phase?: string } }[];
  };
  // Nothing can be made in one that is being deleted.
  return items.filter(({ status }) => status?.phase === 'Active').map(({ metadata }) => metadata.name);
}

/** `pods/log` goes with `pods`. */
const plural = (resource: string) => resource.split('/')[0] ?? '';

function without(rules: readonly Rule[], plurals: readonly string[]): Rule[] {
  return filtered(rules, (resource) => !plurals.includes(plural(resource)));
}

function only(rules: readonly Rule[], plurals: readonly string[]): Rule[] {
  return filtered(rules, (resource) => plurals.includes(plural(resource)));
}

function filtered(rules: readonly Rule[], wanted: (resource: string) => boolean): Rule[] {
  return rules
    .map((rule) => ({ ...rule, resources: rule.resources.filter(wanted) }))
    .filter(({ resources }) => resources.length > 0);
}
