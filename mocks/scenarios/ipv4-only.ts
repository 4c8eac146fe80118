import { chartSettings } from '../spiderpool/settings.ts';
import {
  defaultPoolsV4,
  reservedAddresses,
  restrictedPools,
  sharedPoolsV4,
  subnetsV4,
} from './demo/addresses.ts';
import { configuration, nodes, systemNamespaces, teamNamespaces } from './demo/cluster.ts';
import { attachments } from './demo/networks.ts';
import { legacyV4, other } from './demo/workloads.ts';
import { spiderpoolConf } from './objects/cluster-objects.ts';
import type { Scenario } from './scenario.ts';

const settings = { ...chartSettings, enableIPv6: false };

export const ipv4Only: Scenario = {
  title: 'IPv4 only',
  description:
    'The demo with IPv6 switched off in Spiderpool. The default pools of one attachment still name an IPv6 pool.',
  spiderpool: settings,
  warmUp: 60_000,
  content: () => ({
    created: [
      ...nodes,
      ...systemNamespaces,
      ...teamNamespaces,
      spiderpoolConf(settings),
      ...configuration,
      ...subnetsV4,
      ...sharedPoolsV4,
      ...defaultPoolsV4,
      ...restrictedPools,
      ...reservedAddresses,
      ...attachments,
      other,
      legacyV4,
    ],
  }),
};
