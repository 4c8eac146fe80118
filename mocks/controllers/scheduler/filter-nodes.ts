import type { Pod } from '../kinds.ts';
import { matchesNodeAffinity, namedNodes } from './node-affinity.ts';
import { hasPortConflict, missingResources } from './node-load.ts';
import type { NodeLoad } from './node-load.ts';
import { podAffinityFault } from './pod-affinity.ts';
import type { Neighbourhood } from './pod-affinity.ts';
import { untoleratedTaint } from './toleration.ts';

/** Why a Pod cannot go to a node: the reasons of the first filter that refuses it. */
export interface Refusal {
  reasons: readonly string[];
  /** Whether the removal of other Pods could help, so that preemption is tried. */
  resolvable: boolean;
}

const POD_AFFINITY_TEXTS = {
  affinity: "node(s) didn't match pod affinity rules",
  antiAffinity: "node(s) didn't match pod anti-affinity rules",
  existingAntiAffinity: "node(s) didn't satisfy existing pods anti-affinity rules",
} as const;

/**
 * Runs the filters of kube-scheduler over one node, in its order. The texts are those of its plugins NodeUnschedulable,
 * NodeName, TaintToleration, NodeAffinity, NodePorts, NodeResourcesFit and InterPodAffinity.
 * @returns undefined when the Pod can go there
 */
export function refusalOf(pod: Pod, load: NodeLoad, neighbourhood: Neighbourhood): Refusal | undefined {
  const { metadata, spec } = load.node;
  const { tolerations } = pod.spec;
  const named = namedNodes(pod.spec);
  if (named !== undefined && !named.has(metadata.name)) {
    return final("node(s) didn't satisfy plugin(s) [NodeAffinity]");
  }
  const cordon = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };
  if (spec.unschedulable === true && untoleratedTaint([cordon], tolerations, ['NoSchedule'])) {
    return final('node(s) were unschedulable');
  }
  const taint = untoleratedTaint(spec.taints, tolerations, ['NoSchedule', 'NoExecute']);
  if (taint !== undefined) return final(`node(s) had untolerated taint {${taint.key}: ${taint.value ?? ''}}`);
  if (!matchesNodeAffinity(pod.spec, load.node)) {
    return final("node(s) didn't match Pod's node affinity/selector");
  }
  if (hasPortConflict(pod, load)) {
    return { reasons: ["node(s) didn't have free ports for the requested pod ports"], resolvable: true };
  }
  const missing = missingResources(pod, load);
  if (missing.length > 0) return { reasons: missing, resolvable: true };
  const fault = podAffinityFault(pod, load.node, neighbourhood);
  if (fault === undefined) return undefined;
  return { reasons: [POD_AFFINITY_TEXTS[fault]], resolvable: fault !== 'affinity' };
}

function final(reason: string): Refusal {
  return { reasons: [reason], resolvable: false };
}
