/** What is in the network namespace of a Pod while its NICs are being added, as far as later plugins look at it. */
export interface PodNetworkNamespace {
  /** Interfaces, in the order in which they came. */
  readonly interfaces: readonly string[];
  /** Whether the coordinator made `veth0` beside an underlay eth0. */
  readonly hasVeth: boolean;
  /** Interfaces whose default route is in the main table. */
  readonly defaultRoutes: readonly string[];
}

export const emptyNamespace: PodNetworkNamespace = { interfaces: [], hasVeth: false, defaultRoutes: [] };

export function withInterface(
  namespace: PodNetworkNamespace,
  name: string,
  hasDefaultRoute: boolean,
): PodNetworkNamespace {
  return {
    ...namespace,
    interfaces: [...namespace.interfaces, name],
    defaultRoutes: hasDefaultRoute ? [...namespace.defaultRoutes, name] : namespace.defaultRoutes,
  };
}
