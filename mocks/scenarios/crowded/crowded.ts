import { chartSettings } from '../../spiderpool/settings.ts';
import { systemNamespaces } from '../demo/cluster.ts';
import { coordinator, macvlan } from '../objects/attachment-objects.ts';
import { namespace, node, spiderpoolConf } from '../objects/cluster-objects.ts';
import type { Scenario } from '../scenario.ts';
import { crowdedPools, crowdedSubnets } from './pools.ts';
import { tenant, TENANTS, workerName, WORKERS } from './sizes.ts';
import { crowdedWorkloads } from './workloads.ts';

const workers = Array.from({ length: WORKERS }, (_, index) =>
  node(workerName(index), {
    zone: index % 2 === 0 ? 'a' : 'b',
    address: `172.16.1.${index + 1}`,
    interfaces: [{ name: 'ens192', addresses: [`10.6.1.${index + 1}`] }],
  }),
);

export const crowded: Scenario = {
  title: 'Crowded',
  description: '5,000 running Pods of 100 Deployments and 2,000 pools in 100 subnets, the same in every run.',
  spiderpool: chartSettings,
  warmUp: 2_000,
  content: () => ({
    created: [
      ...workers,
      ...systemNamespaces,
      ...Array.from({ length: TENANTS }, (_, index) => namespace(tenant(index))),
      spiderpoolConf(chartSettings),
      coordinator(),
      macvlan('kube-system/macvlan-ens192', { master: 'ens192', pools: { ipv4: ['pool-0000'] } }),
    ],
    stored: [...crowdedSubnets(), ...crowdedPools(), ...crowdedWorkloads()],
  }),
};
