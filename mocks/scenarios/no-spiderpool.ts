import { configuration, nodes, systemNamespaces, teamNamespaces } from './demo/cluster.ts';
import { deployment } from './objects/workload-objects.ts';
import type { Scenario } from './scenario.ts';

export const noSpiderpool: Scenario = {
  title: 'Without Spiderpool',
  description:
    'A plain cluster: neither Spiderpool nor Multus is installed, and the API server does not know their resources.',
  warmUp: 30_000,
  content: () => ({
    created: [
      ...nodes,
      ...systemNamespaces,
      ...teamNamespaces,
      ...configuration,
      deployment('default', 'other', { replicas: 2 }),
    ],
  }),
};
