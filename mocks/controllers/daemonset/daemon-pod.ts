import type { NodeSelectorTerm, PodTemplateSpec, Taint, Toleration } from 'kubernetes-types/core/v1';
import { copyOf } from '../cluster.ts';
import type { DaemonSet, Node, Pod } from '../kinds.ts';
import { matchesNodeAffinity } from '../scheduler/node-affinity.ts';
import { untoleratedTaint } from '../scheduler/toleration.ts';
import { POD_REVISION } from '../workload/revision-history.ts';

const NODE_NAME = 'metadata.name';

/** What the Pods of every DaemonSet tolerate. Source: `AddOrUpdateDaemonPodTolerations`. */
const TOLERATED: readonly Taint[] = [
  { key: 'node.kubernetes.io/not-ready', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/disk-pressure', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/memory-pressure', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/pid-pressure', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
];
const TOLERATED_ON_HOST_NETWORK: Taint = {
  key: 'node.kubernetes.io/network-unavailable',
  effect: 'NoSchedule',
};

/** Whether a node is to have a Pod, and whether one that is there may stay. */
export interface Eligibility {
  shouldRun: boolean;
  mayStay: boolean;
}

/** Source: `NodeShouldRunDaemonPod` of k8s.io/kubernetes/pkg/controller/daemon. */
export function eligibility(set: DaemonSet, node: Node): Eligibility {
  const { nodeName, affinity, nodeSelector } = set.spec.template.spec ?? {};
  const fits =
    (!nodeName || nodeName === node.metadata.name) &&
    matchesNodeAffinity(
      {
        ...(affinity === undefined ? {} : { affinity }),
        ...(nodeSelector === undefined ? {} : { nodeSelector }),
      },
      node,
    );
  if (!fits) return { shouldRun: false, mayStay: false };
  const tolerations = daemonTolerations(set);
  const { taints } = node.spec;
  return {
    shouldRun: untoleratedTaint(taints, tolerations, ['NoSchedule', 'NoExecute']) === undefined,
    mayStay: untoleratedTaint(taints, tolerations, ['NoExecute']) === undefined,
  };
}

/** The template of the Pod of one node. */
export function daemonTemplate(set: DaemonSet, node: string, hash: string): PodTemplateSpec {
  const template = copyOf<PodTemplateSpec>(set.spec.template);
  const spec = template.spec ?? { containers: [] };
  const nodeAffinity = spec.affinity?.nodeAffinity;
  const terms = nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [{}];
  const onNode = (term: NodeSelectorTerm): NodeSelectorTerm => ({
    ...term,
    matchFields: [{ key: NODE_NAME, operator: 'In', values: [node] }],
  });
  return {
    metadata: { ...template.metadata, labels: { ...template.metadata?.labels, [POD_REVISION]: hash } },
    spec: {
      ...spec,
      affinity: {
        ...spec.affinity,
        nodeAffinity: {
          ...nodeAffinity,
          requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms.map(onNode) },
        },
      },
      tolerations: daemonTolerations(set),
    },
  };
}

/** The node that a Pod of a DaemonSet is on or meant for. Source: `GetTargetNodeName`. */
export function targetNode({ spec }: Pod): string | undefined {
  if (spec.nodeName) return spec.nodeName;
  const terms =
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  return terms?.flatMap(({ matchFields = [] }) => matchFields).find(({ key }) => key === NODE_NAME)
    ?.values?.[0];
}

function daemonTolerations(set: DaemonSet): Toleration[] {
  const { tolerations = [], hostNetwork } = set.spec.template.spec ?? {};
  const added = hostNetwork === true ? [...TOLERATED, TOLERATED_ON_HOST_NETWORK] : TOLERATED;
  return [
    ...copyOf<Toleration[]>(tolerations),
    ...added.map(({ key, effect }) => ({ key, operator: 'Exists', effect })),
  ];
}
