import { familyName } from '../../../domain/spiderpool/reason.ts';
import type { PodContext } from '../../../domain/spiderpool/pod-context.ts';
import type { Pool } from '../../../domain/spiderpool/pool.ts';
import { selectorText } from '../../../ui/stock/address-words.ts';

/** What the texts on a pool need besides the parameters of a reason. */
export function poolParams(pool: Pool, pod: PodContext): Readonly<Record<string, string>> {
  return {
    poolFamily: familyName(pool.family),
    namespace: pod.namespace,
    namespaces: pool.namespaceNames.join(', '),
    cidr: pool.subnet,
  };
}

/** Selector of the rule that a reason's code is about. */
export function selectorOfReason(pool: Pool, code: string): string {
  const selector = code.startsWith('pool.node')
    ? pool.nodeAffinity
    : code.startsWith('pool.namespace')
      ? pool.namespaceAffinity
      : pool.podAffinity;
  return selector === undefined ? '' : selectorText(selector);
}
