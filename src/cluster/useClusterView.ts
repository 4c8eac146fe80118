import { useMemo } from 'react';
import { decodeAutoscaler } from '../domain/autoscaler.ts';
import type { ClusterView, Knowledge } from '../domain/cluster-view.ts';
import { decodeAttachment } from '../domain/multus/attachment.ts';
import { decodeNamespace } from '../domain/namespace-facts.ts';
import { decodeNode } from '../domain/node-facts.ts';
import type { Parsed } from '../domain/parsed.ts';
import { decodePool } from '../domain/spiderpool/decode-pool.ts';
import { decodeSubnet } from '../domain/spiderpool/decode-subnet.ts';
import { decodeReserved, reservedAddresses } from '../domain/spiderpool/reserved.ts';
import { decodeAll, decodeOnce, standingOf } from './knowledge.ts';
import { resources, type KubernetesObject, type Resource, type Stored } from './resources.ts';
import { useList } from './useList.ts';
import { useSpiderpoolSettings } from './useSpiderpoolSettings.ts';

const attachment = decodeOnce(decodeAttachment);
const pool = decodeOnce(decodePool);
const subnet = decodeOnce(decodeSubnet);
const reserved = decodeOnce(decodeReserved);
const namespace = decodeOnce(decodeNamespace);
const node = decodeOnce(decodeNode);
const autoscaler = decodeOnce(decodeAutoscaler);

/**
 * Everything that the rules look at in a cluster, decoded and live. Each part keeps its reference until its own list
 * changes, and the whole until one of its parts does.
 */
export function useClusterView(cluster: string): ClusterView {
  const attachments = useKnowledge(cluster, resources.attachments, attachment);
  const pools = useKnowledge(cluster, resources.ipPools, pool);
  const subnets = useKnowledge(cluster, resources.subnets, subnet);
  const reservedIps = useKnowledge(cluster, resources.reservedIps, reserved);
  const namespaces = useKnowledge(cluster, resources.namespaces, namespace);
  const nodes = useKnowledge(cluster, resources.nodes, node);
  const autoscalers = useKnowledge(cluster, resources.autoscalers, autoscaler);
  const settings = useSpiderpoolSettings(cluster, pools.state === 'absent');
  return useMemo(
    () => ({
      attachments,
      pools,
      subnets,
      reserved:
        reservedIps.state === 'known'
          ? { state: 'known', value: reservedAddresses(reservedIps.value) }
          : reservedIps,
      namespaces,
      nodes,
      autoscalers,
      settings,
    }),
    [attachments, pools, subnets, reservedIps, namespaces, nodes, autoscalers, settings],
  );
}

/** @param decode a constant. */
function useKnowledge<Item extends Stored<KubernetesObject>, Value, Failure>(
  cluster: string,
  resource: Resource<Item>,
  decode: (object: object) => Parsed<Value, Failure>,
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
