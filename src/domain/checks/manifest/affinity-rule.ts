import { known, type ClusterView } from '../../cluster-view.ts';
import { allowsNode, requiredNodeAffinity } from '../../node-affinity.ts';
import { candidateNodes } from '../../node-facts.ts';
import { podContextOf } from '../../spiderpool/pod-context.ts';
import { asJson, at } from '../../workload/manifest/plain.ts';
import type { WorkloadReading } from '../../workload/read-workload.ts';
import { templateKeys } from '../../workload/workload-kind.ts';
import { warning } from '../report.ts';
import type { ManifestFinding } from './placed-finding.ts';

/**
 * Some node that takes Pods satisfies the required node affinity, which the form has no field for; else they stay
 * Pending. Where no node has the labels of the node selector, that is the finding (`checkNodes`).
 */
export function checkNodeAffinity(
  { workload, object, draft }: WorkloadReading,
  view: ClusterView,
): readonly ManifestFinding[] {
  const keys = [...templateKeys(workload.kind), 'spec', 'affinity'];
  const affinity = requiredNodeAffinity(asJson(at(object.plain, ...keys)));
  const nodes = known(view.nodes);
  if (affinity === undefined || nodes === undefined) return [];
  const { nodeSelector, tolerations } = podContextOf(draft);
  const candidates = candidateNodes(nodes, nodeSelector, tolerations);
  if (candidates.length === 0 && Object.keys(nodeSelector).length > 0) return [];
  if (candidates.some((node) => allowsNode(affinity, node) !== 'no')) return [];
  const required = 'requiredDuringSchedulingIgnoredDuringExecution';
  const found = warning('manifest.affinityNoNode', 'scheduling.nodeSelector');
  return [{ ...found, keys: [...keys, 'nodeAffinity', required] }];
}
