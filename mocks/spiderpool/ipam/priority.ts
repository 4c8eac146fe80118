import type { Random } from '../../controllers/random.ts';
import type { Pool } from '../resources/pool.ts';
import { shuffled } from '../shuffle.ts';

/** The kinds of affinity, strongest first. Only whether a pool has one counts, not what it says (reference 3.3, `ByPoolPriority`). */
const classes: readonly ((pool: Pool) => boolean)[] = [
  (pool) => pool.podAffinity !== undefined,
  (pool) => pool.nodeName.length > 0,
  (pool) => pool.nodeAffinity !== undefined,
  (pool) => pool.namespaceName.length > 0,
  (pool) => pool.namespaceAffinity !== undefined,
  (pool) => pool.multusName.length > 0,
];

/** The order in which pools are tried. Among equals it is chance, whatever order somebody wrote them in. */
export function byPriority(pools: readonly Pool[], random: Random): Pool[] {
  return shuffled(pools, random).sort((a, b) => {
    const first = classes.find((has) => has(a) !== has(b));
    if (first === undefined) return 0;
    return first(a) ? -1 : 1;
  });
}
