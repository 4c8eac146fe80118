import type { NewKubeObject } from '../../store/store.ts';
import { pool, reservedIp, subnet } from '../objects/address-objects.ts';

const NET6 = { subnet: '10.6.0.0/16', gateway: '10.6.0.1' };
const NET6_V6 = { subnet: 'fd00:10:6::/64', gateway: 'fd00:10:6::1' };
const NET7 = { subnet: '10.7.0.0/16', gateway: '10.7.0.1' };
const NET7_V6 = { subnet: 'fd00:10:7::/64', gateway: 'fd00:10:7::1' };
const SMALL = { subnet: '10.9.0.0/28', gateway: '10.9.0.1' };

/** The low block of each subnet is in the pools below; fixed pools come from the high one. */
export const subnetsV4: readonly NewKubeObject[] = [
  subnet('subnet-6', { ...NET6, ips: ['10.6.10.10-10.6.10.149', '10.6.168.101-10.6.168.250'] }),
  subnet('subnet-7', { ...NET7, ips: ['10.7.10.10-10.7.10.122', '10.7.168.101-10.7.168.250'] }),
  subnet('subnet-small', { ...SMALL, ips: ['10.9.0.2-10.9.0.9'] }),
];

export const subnetsV6: readonly NewKubeObject[] = [
  subnet('subnet-6-v6', {
    ...NET6_V6,
    ips: ['fd00:10:6::10-fd00:10:6::6f', 'fd00:10:6::100-fd00:10:6::1ff'],
  }),
];

/** Pools that any workload may use. */
export const sharedPoolsV4: readonly NewKubeObject[] = [
  pool('net6-shared-v4', { ...NET6, ips: ['10.6.10.10-10.6.10.59'] }),
  pool('net7-shared-v4', { ...NET7, ips: ['10.7.10.10-10.7.10.59'] }),
  pool('small-v4', { ...SMALL, ips: ['10.9.0.2-10.9.0.7'] }),
];

export const sharedPoolsV6: readonly NewKubeObject[] = [
  pool('net6-shared-v6', { ...NET6_V6, ips: ['fd00:10:6::10-fd00:10:6::3f'] }),
  pool('net7-shared-v6', { ...NET7_V6, ips: ['fd00:10:7::10-fd00:10:7::3f'] }),
];

/** Pools that the attachments name as their own. */
export const defaultPoolsV4: readonly NewKubeObject[] = [
  pool('ens192-default-v4', { ...NET6, ips: ['10.6.10.60-10.6.10.89'] }),
  pool('ipvlan-default-v4', { ...NET6, ips: ['10.6.10.130-10.6.10.149'] }),
  pool('ens224-default-v4', { ...NET7, ips: ['10.7.10.60-10.7.10.89'] }),
  pool('sriov-default-v4', { ...NET7, ips: ['10.7.10.90-10.7.10.109'] }),
];

export const defaultPoolsV6: readonly NewKubeObject[] = [
  pool('ens192-default-v6', { ...NET6_V6, ips: ['fd00:10:6::40-fd00:10:6::6f'] }),
];

/** One pool for each thing that can keep a workload out. */
export const restrictedPools: readonly NewKubeObject[] = [
  pool('net6-team-a-v4', {
    ...NET6,
    ips: ['10.6.10.90-10.6.10.99'],
    namespaceAffinity: { matchLabels: { team: 'a' } },
  }),
  pool('net6-zone-a-v4', {
    ...NET6,
    ips: ['10.6.10.100-10.6.10.109'],
    nodeAffinity: { matchLabels: { 'topology.kubernetes.io/zone': 'a' } },
  }),
  pool('net6-web-v4', {
    ...NET6,
    ips: ['10.6.10.110-10.6.10.119'],
    podAffinity: { matchLabels: { app: 'web' } },
  }),
  pool('net6-disabled-v4', { ...NET6, ips: ['10.6.10.120-10.6.10.129'], disable: true }),
  pool('net7-sriov-only-v4', {
    ...NET7,
    ips: ['10.7.10.110-10.7.10.119'],
    multusName: ['kube-system/sriov-ens224'],
  }),
  pool('net7-full-v4', { ...NET7, ips: ['10.7.10.120-10.7.10.122'] }),
];

/** Addresses that machines outside the cluster use. */
export const reservedAddresses: readonly NewKubeObject[] = [
  reservedIp('routers-v4', ['10.6.10.10-10.6.10.11', '10.7.10.10']),
];

export const reservedAddressesV6: readonly NewKubeObject[] = [reservedIp('routers-v6', ['fd00:10:6::10'])];
