import { known } from '../../cluster-view.ts';
import { listedNames } from '../../listed-names.ts';
import { candidateNodes } from '../../node-facts.ts';
import type { PoolExplanation } from '../../spiderpool/eligibility.ts';
import { nodesOfPool } from '../../spiderpool/pool-nodes.ts';
import { familyName } from '../../spiderpool/reason.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { note, warning } from '../report.ts';
import type { DrawnPools } from './drawn-pools.ts';

/**
 * Pools of some nodes only (S19, domain reference 3.2 rows 4a and 4b): together they serve every node on which the
 * Pods may land, or Pods on the others get no address.
 * @param usable those of the pools that no rule shuts out
 */
export function checkNodeCoverage(
  { origin, family, path }: DrawnPools,
  usable: readonly PoolExplanation[],
  { view, pod }: CheckContext,
): readonly Finding[] {
  const nodes = known(view.nodes);
  if (nodes === undefined) return [];
  const candidates = candidateNodes(nodes, pod.nodeSelector, pod.tolerations);
  const served = new Set<string>();
  for (const { pool } of usable) {
    const own = nodesOfPool(pool, candidates);
    if (own !== 'invalid') for (const { name } of own) served.add(name);
  }
  const nic = origin.nic.interfaceName;
  const left = candidates.filter(({ name }) => !served.has(name)).map(({ name }) => name);
  if (left.length > 0) {
    const names = usable.map(({ pool }) => pool.name).join(', ');
    const params = {
      nic,
      family: familyName(family),
      names,
      nodes: listedNames(left),
      served: listedNames([...served]),
    };
    return [warning('nic.nodesUnserved', path, params)];
  }
  return usable.flatMap(({ pool, reasons }) => {
    const bound = reasons.find(({ code }) => code === 'pool.onlyOnNodes');
    if (bound === undefined) return [];
    return [note('nic.poolOnSomeNodes', path, { nic, name: pool.name, nodes: bound.params['nodes'] ?? '' })];
  });
}
