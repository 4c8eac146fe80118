import { chartSettings } from '../spiderpool/settings.ts';
import { attachment, coordinator, macvlan, sriov } from './objects/attachment-objects.ts';
import { pool } from './objects/address-objects.ts';
import { namespace, node, spiderpoolConf } from './objects/cluster-objects.ts';
import type { Scenario } from './scenario.ts';

/** The extended resource of the shared RDMA devices, as a device plugin would offer it on its nodes. */
const RDMA_RESOURCE = 'spidernet.io/rdma_shared';
/** One of which no node has any. */
const ABSENT_RESOURCE = 'spidernet.io/rdma_gone';
const SRIOV_RESOURCE = 'spidernet.io/sriov_netdevice';

const NET6 = { subnet: '10.6.0.0/16', gateway: '10.6.0.1' };
const NET7 = { subnet: '10.7.0.0/16', gateway: '10.7.0.1' };

function worker(name: string, host: number, devices: Readonly<Record<string, number>>) {
  return node(name, {
    zone: 'a',
    address: `172.16.0.${host}`,
    interfaces: [
      { name: 'ens160', addresses: [`172.16.0.${host}`] },
      { name: 'ens192', addresses: [`10.6.0.${host}`] },
      { name: 'ens224', addresses: [`10.7.0.${host}`], virtualFunctionsOf: SRIOV_RESOURCE },
    ],
    devices,
  });
}

export const rdma: Scenario = {
  title: 'RDMA',
  description:
    'Two workers, of which one has shared RDMA devices: a macvlan attachment with them, one whose devices no node has, one without, and SR-IOV.',
  spiderpool: chartSettings,
  warmUp: 10_000,
  content: () => ({
    created: [
      worker('worker-rdma', 21, { [RDMA_RESOURCE]: 64, [SRIOV_RESOURCE]: 4 }),
      worker('worker-plain', 22, {}),
      namespace('default'),
      namespace('kube-system'),
      spiderpoolConf(chartSettings),
      pool('net6-v4', { ...NET6, ips: ['10.6.10.10-10.6.10.59'] }),
      pool('net6-more-v4', { ...NET6, ips: ['10.6.10.60-10.6.10.89'] }),
      pool('net7-v4', { ...NET7, ips: ['10.7.10.10-10.7.10.59'] }),
      coordinator(),
      attachment('kube-system/calico'),
      macvlan('kube-system/macvlan-rdma', {
        master: 'ens192',
        rdmaResourceName: RDMA_RESOURCE,
        pools: { ipv4: ['net6-v4'] },
      }),
      macvlan('kube-system/macvlan-rdma-gone', {
        master: 'ens192',
        rdmaResourceName: ABSENT_RESOURCE,
        pools: { ipv4: ['net6-v4'] },
      }),
      macvlan('kube-system/macvlan-plain', { master: 'ens192', pools: { ipv4: ['net6-more-v4'] } }),
      sriov('kube-system/sriov-ens224', { resourceName: SRIOV_RESOURCE, pools: { ipv4: ['net7-v4'] } }),
    ],
  }),
};
