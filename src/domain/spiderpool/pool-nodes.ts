import { matchLabels, type LabelSelector } from '../label-selector.ts';
import type { NodeFacts } from '../node-facts.ts';
import type { Pool } from './pool.ts';

type PoolNodes = readonly NodeFacts[] | 'invalid';

/** By list of nodes and rule: thousands of pools share a few rules. */
const known = new WeakMap<readonly NodeFacts[], Map<string, PoolNodes>>();

/**
 * Those of the nodes on which Pods may take addresses from the pool, by its `nodeName`, else its `nodeAffinity`; all of
 * them for a pool without a rule about nodes (domain reference 3.2, rows 4a and 4b).
 */
export function nodesOfPool(pool: Pool, nodes: readonly NodeFacts[]): PoolNodes {
  const rule = pool.nodeRule;
  if (rule === '') return nodes;
  const rules = known.get(nodes) ?? new Map<string, PoolNodes>();
  known.set(nodes, rules);
  const before = rules.get(rule);
  if (before) return before;
  const found =
    pool.nodeAffinity && pool.nodeNames.length === 0
      ? selected(pool.nodeAffinity, nodes)
      : named(pool, nodes);
  rules.set(rule, found);
  return found;
}

function named({ nodeNames }: Pool, nodes: readonly NodeFacts[]): readonly NodeFacts[] {
  return nodes.filter(({ name }) => nodeNames.includes(name));
}

function selected(selector: LabelSelector, nodes: readonly NodeFacts[]): PoolNodes {
  const matching: NodeFacts[] = [];
  for (const node of nodes) {
    const match = matchLabels(selector, node.labels);
    if (match === 'invalid') return 'invalid';
    if (match === 'match') matching.push(node);
  }
  return matching;
}

const nameLists = new WeakMap<readonly NodeFacts[], string>();

/** The names of nodes that come of one rule, put together once. */
export function namesOfNodes(nodes: readonly NodeFacts[]): string {
  const before = nameLists.get(nodes);
  if (before !== undefined) return before;
  const names = nodes.map(({ name }) => name).join(', ');
  nameLists.set(nodes, names);
  return names;
}
