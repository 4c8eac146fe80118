import { pool, subnet } from '../scenarios/objects/address-objects.ts';
import { coordinator, macvlan } from '../scenarios/objects/attachment-objects.ts';
import { namespace, node } from '../scenarios/objects/cluster-objects.ts';
import type { NewKubeObject } from '../store/store.ts';

/** The cluster that most tests begin with: one node, two macvlan attachments on it, no pools. */
export const bareCluster: readonly NewKubeObject[] = [
  node('worker-1', {
    zone: 'a',
    address: '172.16.0.21',
    interfaces: [
      { name: 'ens192', addresses: ['10.6.0.21'] },
      { name: 'ens224', addresses: ['10.7.0.21'], virtualFunctionsOf: 'spidernet.io/sriov_netdevice' },
    ],
    devices: { 'spidernet.io/sriov_netdevice': 4 },
  }),
  namespace('default'),
  namespace('kube-system'),
  coordinator(),
  macvlan('kube-system/net-a', { master: 'ens192' }),
  macvlan('kube-system/net-b', { master: 'ens224' }),
];

export const NET6 = { subnet: '10.6.0.0/16', gateway: '10.6.0.1' };
export const NET7 = { subnet: '10.7.0.0/16', gateway: '10.7.0.1' };
export const NET6_V6 = { subnet: 'fd00:10:6::/64', gateway: 'fd00:10:6::1' };

/** A pool of ten addresses in 10.6.`block`.0. */
export function pool6(
  name: string,
  block: number,
  more: Partial<Parameters<typeof pool>[1]> = {},
): NewKubeObject {
  return pool(name, { ...NET6, ips: [`10.6.${block}.1-10.6.${block}.10`], ...more });
}

/** A pool of ten addresses in 10.7.`block`.0. */
export function pool7(
  name: string,
  block: number,
  more: Partial<Parameters<typeof pool>[1]> = {},
): NewKubeObject {
  return pool(name, { ...NET7, ips: [`10.7.${block}.1-10.7.${block}.10`], ...more });
}

/** Subnets of twenty addresses each; they have no room for `pool6` and `pool7`. */
export const subnets: readonly NewKubeObject[] = [
  subnet('subnet-6', { ...NET6, ips: ['10.6.168.101-10.6.168.120'] }),
  subnet('subnet-7', { ...NET7, ips: ['10.7.168.101-10.7.168.120'] }),
  subnet('subnet-6-v6', { ...NET6_V6, ips: ['fd00:10:6::101-fd00:10:6::114'] }),
];
