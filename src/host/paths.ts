/** Every place of the plugin, relative to its base. Patterns for the router, functions for links. */
export const pathPatterns = {
  clusters: '/clusters',
  cluster: '/clusters/:cluster',
  deployments: '/clusters/:cluster/deployments',
  createDeployment: '/clusters/:cluster/deployments/create',
  deployment: '/clusters/:cluster/namespaces/:namespace/deployments/:name',
  ipPools: '/clusters/:cluster/ippools',
  ipPool: '/clusters/:cluster/ippools/:name',
  subnets: '/clusters/:cluster/subnets',
  subnet: '/clusters/:cluster/subnets/:name',
} as const;

export type DeploymentTab = 'pods' | 'network' | 'topology' | 'events' | 'yaml';

export const paths = {
  clusters: () => '/clusters',
  /** `namespace` narrows the list; all namespaces when absent. */
  deployments: (cluster: string, namespace?: string) =>
    withSearch(`/clusters/${encodeURIComponent(cluster)}/deployments`, { namespace }),
  createDeployment: (cluster: string, search: CreateSearch = {}) =>
    withSearch(`/clusters/${encodeURIComponent(cluster)}/deployments/create`, { ...search }),
  /** A copy of an existing Deployment as a new draft. `focus` is the path of the draft whose field gets the focus. */
  copyDeployment: (cluster: string, namespace: string, name: string, focus?: string) =>
    withSearch(`/clusters/${encodeURIComponent(cluster)}/deployments/create`, {
      namespace,
      from: `${namespace}/${name}`,
      focus,
    }),
  deployment: (cluster: string, namespace: string, name: string, tab?: DeploymentTab) =>
    withSearch(
      `/clusters/${encodeURIComponent(cluster)}/namespaces/${encodeURIComponent(namespace)}/deployments/${encodeURIComponent(name)}`,
      { tab },
    ),
  ipPools: (cluster: string) => `/clusters/${encodeURIComponent(cluster)}/ippools`,
  /** `address` is the one that its page points at. */
  ipPool: (cluster: string, name: string, address?: string) =>
    withSearch(`/clusters/${encodeURIComponent(cluster)}/ippools/${encodeURIComponent(name)}`, { address }),
  subnets: (cluster: string) => `/clusters/${encodeURIComponent(cluster)}/subnets`,
  subnet: (cluster: string, name: string) =>
    `/clusters/${encodeURIComponent(cluster)}/subnets/${encodeURIComponent(name)}`,
};

/** What a link to the form says beforehand. */
export interface CreateSearch {
  readonly namespace?: string;
  /** Kept in the URL, so that a link opens the same step. */
  readonly step?: string;
  /** The pool that net1 draws from. */
  readonly pool?: string;
  /** With `pool`: the attachment of net1, `namespace/name`. */
  readonly nic?: string;
}

function withSearch(path: string, search: Readonly<Record<string, string | undefined>>): string {
  const entries = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries).toString()}`;
}
