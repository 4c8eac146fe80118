import { useMemo } from 'react';
import type { ClusterView, Knowledge } from '../domain/cluster-view.ts';
import { decodeAll, standingOf } from './knowledge.ts';
import { useList } from './useList.ts';
import { useSpiderpoolSettings } from './useSpiderpoolSettings.ts';
import { clusterViewOf, type ViewPart, viewParts } from './view-parts.ts';

/**
 * Everything that the rules look at in a cluster, decoded and live. Each part keeps its reference until its own list
 * changes, and the whole until one of its parts does.
 */
export function useClusterView(cluster: string): ClusterView {
  const attachments = useKnowledge(cluster, viewParts.attachments);
  const multusConfigs = useKnowledge(cluster, viewParts.multusConfigs);
  const pools = useKnowledge(cluster, viewParts.pools);
  const subnets = useKnowledge(cluster, viewParts.subnets);
  const reserved = useKnowledge(cluster, viewParts.reserved);
  const namespaces = useKnowledge(cluster, viewParts.namespaces);
  const nodes = useKnowledge(cluster, viewParts.nodes);
  const coordinators = useKnowledge(cluster, viewParts.coordinators);
  const autoscalers = useKnowledge(cluster, viewParts.autoscalers);
  const settings = useSpiderpoolSettings(cluster, pools.state === 'absent');
  return useMemo(
    () =>
      clusterViewOf(
        {
          attachments,
          multusConfigs,
          pools,
          subnets,
          reserved,
          namespaces,
          nodes,
          coordinators,
          autoscalers,
        },
        settings,
      ),
    [
      attachments,
      multusConfigs,
      pools,
      subnets,
      reserved,
      namespaces,
      nodes,
      coordinators,
      autoscalers,
      settings,
    ],
  );
}

/** @param part a constant. */
function useKnowledge<Value>(
  cluster: string,
  { resource, decode }: ViewPart<Value>,
): Knowledge<readonly Value[]> {
  const { items, state } = useList(cluster, resource);
  // A list that goes from live to stale and back is still known: the view does not change with it.
  const standing = standingOf(state);
  const problem = standing.state === 'unknown' ? standing.problem : '';
  return useMemo(() => {
    switch (standing.state) {
      case 'known':
        return { state: 'known', value: decodeAll(items, decode) };
      case 'unknown':
        return { state: 'unknown', problem };
      default:
        return { state: standing.state };
    }
  }, [items, decode, standing.state, problem]);
}
