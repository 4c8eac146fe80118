import { chartSettings } from '../spiderpool/settings.ts';
import { nodes, systemNamespaces } from './demo/cluster.ts';
import { coordinator } from './objects/attachment-objects.ts';
import { spiderpoolConf } from './objects/cluster-objects.ts';
import type { Scenario } from './scenario.ts';

export const empty: Scenario = {
  title: 'Empty',
  description:
    'Spiderpool is installed, and nobody has made anything yet: no subnet, no pool, no attachment, no workload.',
  spiderpool: chartSettings,
  warmUp: 5_000,
  content: () => ({ created: [...nodes, ...systemNamespaces, spiderpoolConf(chartSettings), coordinator()] }),
};
