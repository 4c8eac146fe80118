import { clusterViewOf, type ViewLists } from '../../src/cluster/view-parts.ts';
import { settingsOf } from '../../src/cluster/settings-places.ts';
import { type ClusterFacts, eachPart } from './cluster-facts.ts';

/** Nothing is known: what needs a cluster is not checked. */
export function noCluster(): ClusterFacts {
  const lists: ViewLists = eachPart(() => ({ state: 'unknown', problem: '' }));
  return {
    source: 'none',
    view: clusterViewOf(lists, settingsOf(undefined, false)),
    configMap: { state: 'unknown', problem: '' },
  };
}
