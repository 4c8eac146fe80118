import { known } from '../../cluster-view.ts';
import { candidateNodes, type NodeFacts } from '../../node-facts.ts';
import { asNodeSelector } from '../../spiderpool/node-selector.ts';
import type { Pool } from '../../spiderpool/pool.ts';
import { nodesOfPool } from '../../spiderpool/pool-nodes.ts';
import { familyName } from '../../spiderpool/reason.ts';
import { withLabels } from '../../workload/with-labels.ts';
import { checkContext } from '../check-context.ts';
import { drawnPools } from '../nics/drawn-pools.ts';
import { usablePools } from '../nics/pool-verdicts.ts';
import { fix, type Fixer } from './fix.ts';

/** Keeps the Pods on nodes where the NIC finds a pool, where a node selector can say which those are (S19). */
export const restrictNodes: Fixer = ({ path, params }, draft, view) => {
  const nodes = known(view.nodes);
  const context = checkContext(draft, view);
  const { pod } = context;
  const drawn = drawnPools(draft, context).find(
    (each) => each.path === path && familyName(each.family) === params['family'],
  );
  if (nodes === undefined || drawn === undefined) return undefined;
  const pools = usablePools(drawn, context).map(({ pool }) => pool);
  for (const { nodeNames, nodeAffinity } of pools) {
    const labels = asNodeSelector(nodeNames, nodeAffinity) ?? {};
    const left = candidateNodes(nodes, { ...pod.nodeSelector, ...labels }, pod.tolerations);
    if (left.length === 0 || !left.every((node) => isServed(node, pools))) continue;
    const { scheduling } = draft;
    const nodeSelector = withLabels(scheduling.nodeSelector, labels);
    const text = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
    return fix(
      'nodeSelector',
      { ...draft, scheduling: { ...scheduling, nodeSelector } },
      { labels: text.join(', ') },
    );
  }
  return undefined;
};

function isServed(node: NodeFacts, pools: readonly Pool[]): boolean {
  return pools.some((pool) => {
    const nodes = nodesOfPool(pool, [node]);
    return nodes !== 'invalid' && nodes.length > 0;
  });
}
