import type { AddressFamily } from '../../src/domain/ip/address.ts';

/** API group and version of Spiderpool (reference 2). */
export const SPIDERPOOL_API = 'spiderpool.spidernet.io/v2beta1';

/** The finalizer that Spiderpool puts on what it must clean up: the name of its group. */
export const SPIDER_FINALIZER = 'spiderpool.spidernet.io';

/** Resource names of the custom resources, for `Store` and the API. */
export const POOLS = `${SPIDERPOOL_API}/spiderippools`;
export const SUBNETS = `${SPIDERPOOL_API}/spidersubnets`;
export const RESERVED_IPS = `${SPIDERPOOL_API}/spiderreservedips`;
export const ENDPOINTS = `${SPIDERPOOL_API}/spiderendpoints`;
export const MULTUS_CONFIGS = `${SPIDERPOOL_API}/spidermultusconfigs`;
export const COORDINATORS = `${SPIDERPOOL_API}/spidercoordinators`;
export const ATTACHMENTS = 'k8s.cni.cncf.io/v1/network-attachment-definitions';

export const PODS = 'v1/pods';
export const NODES = 'v1/nodes';
export const NAMESPACES = 'v1/namespaces';

/** Annotations of Pods, Namespaces and attachments (reference 1.0). */
export const annotations = {
  subnets: 'ipam.spidernet.io/subnets',
  subnet: 'ipam.spidernet.io/subnet',
  poolIpNumber: 'ipam.spidernet.io/ippool-ip-number',
  poolReclaim: 'ipam.spidernet.io/ippool-reclaim',
  pools: 'ipam.spidernet.io/ippools',
  pool: 'ipam.spidernet.io/ippool',
  routes: 'ipam.spidernet.io/routes',
  defaultRouteNic: 'ipam.spidernet.io/default-route-nic',
  namespacePoolsV4: 'ipam.spidernet.io/default-ipv4-ippool',
  namespacePoolsV6: 'ipam.spidernet.io/default-ipv6-ippool',
  defaultNetwork: 'v1.multus-cni.io/default-network',
  networks: 'k8s.v1.cni.cncf.io/networks',
  networkStatus: 'k8s.v1.cni.cncf.io/network-status',
  rdmaResourceInject: 'cni.spidernet.io/rdma-resource-inject',
  networkResourceInject: 'cni.spidernet.io/network-resource-inject',
  resourceName: 'k8s.v1.cni.cncf.io/resourceName',
  attachmentName: 'multus.spidernet.io/cr-name',
  cniVersion: 'multus.spidernet.io/cni-version',
  cniConfigName: 'cni.spidernet.io/cniconfig-name',
} as const;

/** Labels of pools and subnets (reference 2.2, 2.3, 4.2). */
export const labels = {
  poolCidr: 'ipam.spidernet.io/ippool-cidr',
  subnetCidr: 'ipam.spidernet.io/subnet-cidr',
  ownerSubnet: 'ipam.spidernet.io/owner-spider-subnet',
  ownerGroupVersion: 'ipam.spidernet.io/owner-application-gv',
  ownerKind: 'ipam.spidernet.io/owner-application-kind',
  ownerNamespace: 'ipam.spidernet.io/owner-application-namespace',
  ownerName: 'ipam.spidernet.io/owner-application-name',
  ownerUid: 'ipam.spidernet.io/owner-application-uid',
  interface: 'ipam.spidernet.io/interface',
  ipVersion: 'ipam.spidernet.io/ip-version',
  reclaim: 'ipam.spidernet.io/ippool-reclaim',
} as const;

/** The five keys of an auto-created pool's `podAffinity.matchLabels`. They are no labels of Pods. */
export const appAffinity = {
  group: 'ipam.spidernet.io/app-api-group',
  version: 'ipam.spidernet.io/app-api-version',
  kind: 'ipam.spidernet.io/app-kind',
  namespace: 'ipam.spidernet.io/app-namespace',
  name: 'ipam.spidernet.io/app-name',
} as const;

/** `4` or `6`, as `spec.ipVersion` and most messages write a family. */
export function versionOf(family: AddressFamily): 4 | 6 {
  return family === 'ipv4' ? 4 : 6;
}

/** `IPv4` or `IPv6`, as messages and the label `ip-version` write a family. */
export function familyName(family: AddressFamily): 'IPv4' | 'IPv6' {
  return family === 'ipv4' ? 'IPv4' : 'IPv6';
}
