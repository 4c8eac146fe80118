import { selectorText } from '../label-selector.ts';
import type { PodContext } from './pod-context.ts';
import type { PoolReason, PoolReasonCode } from './pool-rules.ts';
import type { Pool } from './pool.ts';
import { familyName } from './reason.ts';

/** Everything that the texts `reason.<code>` and `remedy.<code>` say of a pool, for a Pod that asks for an address. */
export function poolReasonParams(
  pool: Pool,
  { code, params }: PoolReason,
  pod: PodContext,
): Readonly<Record<string, string | number>> {
  return {
    poolFamily: familyName(pool.family),
    namespace: pod.namespace,
    namespaces: pool.namespaceNames.join(', '),
    cidr: pool.subnet,
    selector: selectorOfReason(pool, code),
    nodes: pool.nodeNames.join(', '),
    nodeRule: nodeRule(pool),
    ...params,
  };
}

/** The nodes of a pool: names, else labels; `''` for any node. */
export function nodeRule(pool: Pool): string {
  if (pool.nodeNames.length > 0) return pool.nodeNames.join(', ');
  return pool.nodeAffinity === undefined ? '' : selectorText(pool.nodeAffinity);
}

/** Selector of the rule that a reason's code is about. */
function selectorOfReason(pool: Pool, code: PoolReasonCode): string {
  const selector = code.startsWith('pool.node')
    ? pool.nodeAffinity
    : code.startsWith('pool.namespace')
      ? pool.namespaceAffinity
      : pool.podAffinity;
  return selector === undefined ? '' : selectorText(selector);
}
