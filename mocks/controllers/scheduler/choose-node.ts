import { controllerOf } from '../cluster.ts';
import type { Pod } from '../kinds.ts';
import { preferredAffinityWeight } from './node-affinity.ts';
import { leastAllocatedScore } from './node-load.ts';
import type { NodeLoad } from './node-load.ts';
import { untoleratedPreferences } from './toleration.ts';

const AFFINITY_WEIGHT = 2;
const TAINT_WEIGHT = 3;

/**
 * The best of the nodes that fit: preferred affinity, unwanted taints and free resources with the weights of
 * kube-scheduler. Where those are equal it takes the node with the fewest Pods of the same controller, then the fewest
 * Pods, then the first by name, where the real one would throw dice.
 */
export function chooseNode(pod: Pod, feasible: readonly NodeLoad[]): NodeLoad | undefined {
  const preferred = pod.spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution;
  const affinity = feasible.map(({ node }) => preferredAffinityWeight(preferred, node));
  const taints = feasible.map(({ node }) => untoleratedPreferences(node.spec.taints, pod.spec.tolerations));
  const rated = feasible.map((load, index) => ({
    load,
    score:
      leastAllocatedScore(pod, load) +
      AFFINITY_WEIGHT * share(affinity, index) -
      TAINT_WEIGHT * share(taints, index),
    siblings: siblingsOn(load, pod),
  }));
  return rated.sort(
    (a, b) =>
      b.score - a.score ||
      a.siblings - b.siblings ||
      a.load.pods.length - b.load.pods.length ||
      (a.load.node.metadata.name < b.load.node.metadata.name ? -1 : 1),
  )[0]?.load;
}

/** A value as a share of the highest, 0 to 100. */
function share(values: readonly number[], index: number): number {
  const highest = Math.max(0, ...values);
  return highest === 0 ? 0 : ((values[index] ?? 0) * 100) / highest;
}

function siblingsOn({ pods }: NodeLoad, pod: Pod): number {
  const uid = controllerOf(pod)?.uid;
  return uid === undefined ? 0 : pods.filter((other) => controllerOf(other)?.uid === uid).length;
}
