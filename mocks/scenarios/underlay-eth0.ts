import { chartSettings } from '../spiderpool/settings.ts';
import { configuration, nodes, systemNamespaces, teamNamespaces } from './demo/cluster.ts';
import { pool, subnet } from './objects/address-objects.ts';
import { attachment, coordinator, macvlan } from './objects/attachment-objects.ts';
import { spiderpoolConf } from './objects/cluster-objects.ts';
import { deployment } from './objects/workload-objects.ts';
import type { Scenario } from './scenario.ts';

const settings = { ...chartSettings, clusterNetwork: 'kube-system/macvlan-ens192' };

const NET6 = { subnet: '10.6.0.0/16', gateway: '10.6.0.1' };
const NET7 = { subnet: '10.7.0.0/16', gateway: '10.7.0.1' };

export const underlayEth0: Scenario = {
  title: 'Underlay eth0',
  description:
    'Every Pod has its eth0 in the data network: the cluster network is a macvlan attachment with addresses from Spiderpool.',
  spiderpool: settings,
  warmUp: 30_000,
  content: () => ({
    created: [
      ...nodes,
      ...systemNamespaces,
      ...teamNamespaces,
      spiderpoolConf(settings),
      ...configuration,
      subnet('subnet-6', { ...NET6, ips: ['10.6.10.1-10.6.250.254'] }),
      subnet('subnet-7', { ...NET7, ips: ['10.7.10.1-10.7.250.254'] }),
      pool('eth0-default-v4', { ...NET6, ips: ['10.6.10.1-10.6.10.200'] }),
      pool('net6-shared-v4', { ...NET6, ips: ['10.6.11.1-10.6.11.60'] }),
      pool('ens224-default-v4', { ...NET7, ips: ['10.7.10.1-10.7.10.200'] }),
      pool('net7-shared-v4', { ...NET7, ips: ['10.7.11.1-10.7.11.60'] }),
      coordinator(),
      macvlan('kube-system/macvlan-ens192', { master: 'ens192', pools: { ipv4: ['eth0-default-v4'] } }),
      macvlan('kube-system/macvlan-ens224', { master: 'ens224', pools: { ipv4: ['ens224-default-v4'] } }),
      attachment('kube-system/calico'),
      deployment('default', 'other', { replicas: 2 }),
    ],
  }),
};
