import type { NodeFacts } from '../../domain/cluster-view.ts';
import type { KeyValue } from '../../domain/workload/draft.ts';

/** The label keys that any node has, sorted. */
export function labelKeys(nodes: readonly NodeFacts[]): string[] {
  return [...new Set(nodes.flatMap((node) => Object.keys(node.labels)))].toSorted();
}

/** The values that nodes have for a label, and how many nodes have each. */
export function labelValues(nodes: readonly NodeFacts[], key: string): { value: string; nodes: number }[] {
  const counts = new Map<string, number>();
  for (const { labels } of nodes) {
    const value = labels[key];
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, nodes: count }))
    .toSorted((a, b) => a.value.localeCompare(b.value));
}

/** The nodes that have every label of a node selector. Rows without a key ask for nothing yet. */
export function matchingNodes(nodes: readonly NodeFacts[], selector: readonly KeyValue[]): NodeFacts[] {
  const wanted = selector.filter(({ key }) => key !== '');
  return nodes.filter(({ labels }) => wanted.every(({ key, value }) => labels[key] === value));
}
