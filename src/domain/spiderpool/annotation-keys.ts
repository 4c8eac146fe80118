/** Pod: one subnet a NIC and family; the controller makes a pool of its own for each. */
export const SUBNETS = 'ipam.spidernet.io/subnets';
/** Pod: the form of `subnets` for one NIC. Read, never written. */
export const SUBNET = 'ipam.spidernet.io/subnet';
/** Pod: size of the pools made from subnets, `"+N"` or `"N"`. */
export const POOL_IP_NUMBER = 'ipam.spidernet.io/ippool-ip-number';
/** Pod: whether these pools go with the workload. Pool: a label of the same name. */
export const POOL_RECLAIM = 'ipam.spidernet.io/ippool-reclaim';
/** Pod: existing pools for each NIC. */
export const IP_POOLS = 'ipam.spidernet.io/ippools';
/** Pod: the same pools for every NIC. Read, never written. */
export const IP_POOL = 'ipam.spidernet.io/ippool';
/** Pod: custom routes. */
export const ROUTES = 'ipam.spidernet.io/routes';
/** Pod: the interface that keeps the default route. */
export const DEFAULT_ROUTE_NIC = 'ipam.spidernet.io/default-route-nic';

/** Namespace: default pools of every Pod in it. */
export const NAMESPACE_DEFAULT_POOLS = {
  ipv4: 'ipam.spidernet.io/default-ipv4-ippool',
  ipv6: 'ipam.spidernet.io/default-ipv6-ippool',
} as const;

/** Pod or Namespace: a webhook that overwrites the networks of the Pod. It does not go with the NIC step (R16). */
export const INJECT_KEYS = [
  'cni.spidernet.io/rdma-resource-inject',
  'cni.spidernet.io/network-resource-inject',
] as const;

/** Pool: labels of one that the controller made for a workload (domain reference 4.2). */
export const OWNER_LABELS = {
  groupVersion: 'ipam.spidernet.io/owner-application-gv',
  kind: 'ipam.spidernet.io/owner-application-kind',
  namespace: 'ipam.spidernet.io/owner-application-namespace',
  name: 'ipam.spidernet.io/owner-application-name',
  uid: 'ipam.spidernet.io/owner-application-uid',
  interfaceName: 'ipam.spidernet.io/interface',
  ipVersion: 'ipam.spidernet.io/ip-version',
  subnet: 'ipam.spidernet.io/owner-spider-subnet',
} as const;

/** Pool: labels in `podAffinity` of one that the controller made: they name the workload, no Pod has them. */
export const AFFINITY_LABELS = {
  group: 'ipam.spidernet.io/app-api-group',
  version: 'ipam.spidernet.io/app-api-version',
  kind: 'ipam.spidernet.io/app-kind',
  namespace: 'ipam.spidernet.io/app-namespace',
  name: 'ipam.spidernet.io/app-name',
} as const;
