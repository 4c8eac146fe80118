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
 * Pods may land, or Pods on the others get no address. One finding for a field, however many pools a pattern brings.
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
    const names = listedNames(usable.map(({ pool }) => pool.name));
    const params = {
      nic,
      family: familyName(family),
      names,
      nodes: listedNames(left),
      served: listedNames([...served]),
    };
    return [warning('nic.nodesUnserved', path, params)];
  }
  const bound = usable.filter(({ reasons }) => reasons.some(({ code }) => code === 'pool.onlyOnNodes'));
  const [first, ...more] = bound;
  if (first === undefined) return [];
  if (more.length > 0) {
    const names = listedNames(bound.map(({ pool }) => pool.name));
    return [note('nic.poolsOnSomeNodes', path, { nic, count: bound.length, names })];
  }
  const own = nodesOfPool(first.pool, candidates);
  const nodesOfFirst = own === 'invalid' ? '' : listedNames(own.map(({ name }) => name));
  return [note('nic.poolOnSomeNodes', path, { nic, name: first.pool.name, nodes: nodesOfFirst })];
}
