/**
 * What the operator of a cluster sets in the ConfigMap `spiderpool-conf` (reference 4.1). Spiderpool reads it once, at its
 * start: a change of the ConfigMap has no effect on a running cluster.
 */
export interface SpiderpoolSettings {
  /** Namespace of the installation: bare names in `multusName` and `default-network` belong to it. */
  namespace: string;
  enableIPv4: boolean;
  enableIPv6: boolean;
  enableSpiderSubnet: boolean;
  enableAutoPoolForApplication: boolean;
  enableStatefulSet: boolean;
  /** Refuses to delete pools and subnets in use. */
  enableValidatingResourcesDeletedWebhook: boolean;
  /** The Pod webhook that injects `networks` and device resources (reference 1.9). */
  podResourceInject: boolean;
  /** `ns/nad` of every Pod's eth0, or empty: the CNI file of the node decides. */
  clusterNetwork: string;
  /**
   * The key that the code reads for the elastic addresses of a workload that names no number. The chart writes another key,
   * so it is 0 unless an operator adds it by hand; even then only the controller knows it, the agent does not.
   */
  clusterSubnetAutoPoolDefaultRedundantIPNumber: number;
  /** Records that one pool may hold (`SPIDERPOOL_IPPOOL_MAX_ALLOCATED_IPS`). */
  maxAllocatedIPs: number;
}

/** The values of the chart. */
export const chartSettings: SpiderpoolSettings = {
  namespace: 'kube-system',
  enableIPv4: true,
  enableIPv6: true,
  enableSpiderSubnet: true,
  enableAutoPoolForApplication: true,
  enableStatefulSet: true,
  enableValidatingResourcesDeletedWebhook: false,
  podResourceInject: false,
  clusterNetwork: '',
  clusterSubnetAutoPoolDefaultRedundantIPNumber: 0,
  maxAllocatedIPs: 5000,
};

/** The two data keys of the ConfigMap `spiderpool-conf` that say this. */
export function settingsData(settings: SpiderpoolSettings): Record<string, string> {
  const lines = [
    'ipamUnixSocketPath: /var/run/spidernet/spiderpool.sock',
    `enableIPv4: ${settings.enableIPv4}`,
    `enableIPv6: ${settings.enableIPv6}`,
    `enableStatefulSet: ${settings.enableStatefulSet}`,
    'enableKubevirtStaticIP: true',
    `enableSpiderSubnet: ${settings.enableSpiderSubnet}`,
    `enableAutoPoolForApplication: ${settings.enableAutoPoolForApplication}`,
    'enableIPConflictDetection: false',
    'enableGatewayDetection: false',
    'enableCleanOutdatedEndpoint: false',
    `enableValidatingResourcesDeletedWebhook: ${settings.enableValidatingResourcesDeletedWebhook}`,
    'clusterSubnetDefaultFlexibleIPNumber: 1',
    ...redundantLine(settings.clusterSubnetAutoPoolDefaultRedundantIPNumber),
    'podResourceInject:',
    `  enabled: ${settings.podResourceInject}`,
    '  namespacesExclude: [kube-system, spiderpool, metallb-system, istio-system]',
    '  namespacesInclude: []',
  ];
  return { 'conf.yml': `${lines.join('\n')}\n`, clusterNetwork: settings.clusterNetwork };
}

function redundantLine(count: number): string[] {
  return count === 0 ? [] : [`clusterSubnetAutoPoolDefaultRedundantIPNumber: ${count}`];
}
