import { chartSettings } from '../../spiderpool/settings.ts';
import { spiderpoolConf } from '../objects/cluster-objects.ts';
import type { Scenario } from '../scenario.ts';
import {
  defaultPoolsV4,
  defaultPoolsV6,
  reservedAddresses,
  reservedAddressesV6,
  restrictedPools,
  sharedPoolsV4,
  sharedPoolsV6,
  subnetsV4,
  subnetsV6,
} from './addresses.ts';
import { configuration, nodes, systemNamespaces, teamNamespaces, terminatingNamespace } from './cluster.ts';
import { attachments, oddAttachments } from './networks.ts';
import { legacy, other } from './workloads.ts';

export const demo: Scenario = {
  title: 'Demo',
  description:
    'Two worker zones, Calico on eth0, macvlan, ipvlan and SR-IOV attachments, dual stack, and one pool of every kind: shared, for an application, a namespace, a zone or an attachment, disabled, and exhausted.',
  spiderpool: chartSettings,
  warmUp: 60_000,
  content: () => ({
    created: [
      ...nodes,
      ...systemNamespaces,
      ...teamNamespaces,
      spiderpoolConf(chartSettings),
      ...configuration,
      ...subnetsV4,
      ...subnetsV6,
      ...sharedPoolsV4,
      ...sharedPoolsV6,
      ...defaultPoolsV4,
      ...defaultPoolsV6,
      ...restrictedPools,
      ...reservedAddresses,
      ...reservedAddressesV6,
      ...attachments,
      ...oddAttachments,
      other,
      legacy,
    ],
    stored: [{ resource: 'v1/namespaces', object: terminatingNamespace }],
  }),
};
