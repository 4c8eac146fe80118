import { chartSettings } from '../spiderpool/settings.ts';
import {
  defaultPoolsV4,
  defaultPoolsV6,
  sharedPoolsV4,
  sharedPoolsV6,
  subnetsV4,
  subnetsV6,
} from './demo/addresses.ts';
import { configuration, nodes, systemNamespaces, teamNamespaces } from './demo/cluster.ts';
import { attachments } from './demo/networks.ts';
import { spiderpoolConf } from './objects/cluster-objects.ts';
import type { Scenario } from './scenario.ts';

const settings = {
  ...chartSettings,
  enableAutoPoolForApplication: false,
  clusterNetwork: 'kube-system/calico',
};

export const autoPoolOff: Scenario = {
  title: 'Without fixed pools',
  description:
    'Subnets exist, but the operator has switched auto-created pools off: asking for a subnet is an error.',
  spiderpool: settings,
  warmUp: 10_000,
  content: () => ({
    created: [
      ...nodes,
      ...systemNamespaces,
      ...teamNamespaces,
      spiderpoolConf(settings),
      ...configuration,
      ...subnetsV4,
      ...subnetsV6,
      ...sharedPoolsV4,
      ...sharedPoolsV6,
      ...defaultPoolsV4,
      ...defaultPoolsV6,
      ...attachments,
    ],
  }),
};
