import { OWNER_LABELS, SUBNETS } from '../spiderpool/annotation-keys.ts';
import type { Pool } from '../spiderpool/pool.ts';
import { testPool } from '../test-cluster.ts';
import type { WaitingPod } from './explain-failure.ts';
import { readFailure } from './read-failure.ts';
import { agentMessage } from './test-envelopes.ts';

/** Waiting Pods and their failures for tests. */

export const NETWORKS = 'k8s.v1.cni.cncf.io/networks';

export function pod(
  annotations: Record<string, string>,
  more: Partial<WaitingPod['owner']> = {},
): WaitingPod {
  return { namespace: 'default', owner: { uid: 'u1', annotations, poolSize: 3, ...more }, nics: [] };
}

/** A pool that the controller made for a workload. */
export function owned(name: string, subnet: string, interfaceName: string, ips: string, uid = 'u1'): Pool {
  const labels = {
    [OWNER_LABELS.kind]: 'Deployment',
    [OWNER_LABELS.namespace]: 'default',
    [OWNER_LABELS.name]: 'web',
    [OWNER_LABELS.uid]: uid,
    [OWNER_LABELS.interfaceName]: interfaceName,
    [OWNER_LABELS.subnet]: subnet,
  };
  return testPool(name, { ips: [ips] }, { labels });
}

export const oneNic = { [NETWORKS]: 'kube-system/macvlan' };
export const twoNics = { [NETWORKS]: 'kube-system/macvlan,kube-system/sriov' };

/** Fixed pools: interface and subnet. */
export const fixed = (...items: readonly (readonly [string, string])[]) => ({
  ...twoNics,
  [SUBNETS]: JSON.stringify(
    items.map(([interfaceName, subnet]) => ({ interface: interfaceName, ipv4: [subnet] })),
  ),
});

export const exhausted = (nic: string, pool: string) =>
  readFailure(
    agentMessage(
      `failed to allocate any IPv4 IP address to NIC ${nic} from IPPools [${pool}]: all IP addresses used out`,
    ),
  );

export const noAutoPool = (nic: string) =>
  readFailure(
    agentMessage(
      `failed to get IPPool candidates from Subnet: no matching auto-created IPPool candidate with matchLables 'map[ipam.spidernet.io/interface:${nic} ipam.spidernet.io/ip-version:IPv4]'`,
    ),
  );
