import type { AddressFamily } from '../ip/address.ts';
import { matchLabels } from '../label-selector.ts';
import type { LabelSelector } from '../label-selector.ts';
import type { NodeFacts } from '../node-facts.ts';
import { AFFINITY_LABELS } from './annotation-keys.ts';
import type { PodContext } from './pod-context.ts';
import type { Pool } from './pool.ts';
import { nodesOfPool } from './pool-nodes.ts';
import type { Reason } from './reason.ts';

export type PoolReasonCode =
  | 'pool.familyDisabled'
  | 'pool.terminating'
  | 'pool.disabled'
  | 'pool.wrongFamily'
  | 'pool.nodeName'
  | 'pool.nodeAffinity'
  /** Only on some of the nodes where the Pod may land. */
  | 'pool.onlyOnNodes'
  | 'pool.nodesUnknown'
  | 'pool.namespaceName'
  | 'pool.namespaceAffinity'
  | 'pool.namespaceUnknown'
  | 'pool.otherWorkload'
  | 'pool.podAffinity'
  | 'pool.invalidSelector'
  | 'pool.clusterNetworkNotSet'
  | 'pool.otherAttachment'
  /** Bound to attachments, and the NIC has none yet. */
  | 'pool.needsAttachment'
  /** The attachment takes only pools of the device's own network, which shows at run time. */
  | 'pool.masterSubnet'
  | 'pool.exhausted'
  /** It has free addresses, and as many records as Spiderpool keeps of one pool. */
  | 'pool.tooManyRecords';

export type PoolReason = Reason<PoolReasonCode>;

/** Whether a reason is that the pool has nothing to give now: no filter of Spiderpool's, it shows when an address is taken. */
export function isUsedUp(code: PoolReasonCode): boolean {
  return code === 'pool.exhausted' || code === 'pool.tooManyRecords';
}

/** What the rules need to know besides the pool, gathered once for all pools. */
export interface PoolRuleFacts {
  readonly pod: PodContext;
  readonly family: AddressFamily;
  /** The cluster hands out addresses of the family. */
  readonly familyEnabled: boolean;
  /** Labels of the Pod's Namespace; `undefined` when they may not be read. */
  readonly namespaceLabels: Readonly<Record<string, string>> | undefined;
  /** Nodes on which the Pod may land; `undefined` when they may not be read. */
  readonly nodes: readonly NodeFacts[] | undefined;
}

/** What the rule of namespaces looks at. */
interface NamespaceFactsOfPod {
  readonly pod: Pick<PodContext, 'namespace'>;
  readonly namespaceLabels: PoolRuleFacts['namespaceLabels'];
}

/**
 * One rule: why it shuts the pool out, or under which condition it does not; `undefined` when it is met. A code and no
 * more, since it is asked of thousands of pools: `describeReason` has the words.
 */
export type PoolRule = (pool: Pool, facts: PoolRuleFacts) => PoolReasonCode | undefined;

/** The family gate and rules 1 to 5, in the order of Spiderpool's `selectByPod` (domain reference 3.1, 3.2). */
export const firstRules: readonly PoolRule[] = [
  (_, { familyEnabled }) => (familyEnabled ? undefined : 'pool.familyDisabled'),
  ({ terminating }) => (terminating ? 'pool.terminating' : undefined),
  ({ disabled }) => (disabled ? 'pool.disabled' : undefined),
  (pool, { family }) => (pool.family === family ? undefined : 'pool.wrongFamily'),
  nodeRule,
  namespaceRule,
];

/** Rules 4a and 4b: `nodeName` wins over `nodeAffinity`. */
function nodeRule(pool: Pool, { nodes }: PoolRuleFacts): PoolReasonCode | undefined {
  if (pool.nodeRule === '') return undefined;
  if (!nodes) return 'pool.nodesUnknown';
  const matching = nodesOfPool(pool, nodes);
  if (matching === 'invalid') return 'pool.invalidSelector';
  if (matching.length === 0) return pool.nodeNames.length > 0 ? 'pool.nodeName' : 'pool.nodeAffinity';
  return matching.length === nodes.length ? undefined : 'pool.onlyOnNodes';
}

/** Rules 5a and 5b: `namespaceName` wins over `namespaceAffinity`. */
export function namespaceRule(
  pool: Pool,
  { pod, namespaceLabels }: NamespaceFactsOfPod,
): PoolReasonCode | undefined {
  if (pool.namespaceNames.length > 0) {
    return pool.namespaceNames.includes(pod.namespace) ? undefined : 'pool.namespaceName';
  }
  if (!pool.namespaceAffinity) return undefined;
  if (!namespaceLabels) return 'pool.namespaceUnknown';
  return selectorReason(pool.namespaceAffinity, namespaceLabels, 'pool.namespaceAffinity');
}

/** Whether the controller made the pool, so that rule 6a stands in for 6b and, when it is met, for 7 to 9. */
export function isAutoPool(pool: Pool): boolean {
  return pool.owner !== undefined && pool.podAffinity !== undefined;
}

/** Rule 6a: the pool's `podAffinity` names the top controller of the Pod, in five labels that no Pod has. */
export function autoPoolRule(pool: Pool, { pod }: PoolRuleFacts): PoolReasonCode | undefined {
  const names = pool.podAffinity?.matchLabels ?? {};
  const same =
    names[AFFINITY_LABELS.group] === pod.workload.group &&
    names[AFFINITY_LABELS.version] === pod.workload.version &&
    names[AFFINITY_LABELS.kind] === pod.workload.kind &&
    names[AFFINITY_LABELS.namespace] === pod.namespace &&
    names[AFFINITY_LABELS.name] === pod.workload.name;
  return same ? undefined : 'pool.otherWorkload';
}

/** Rule 6b: the labels of the Pod template. */
export function podRule(pool: Pool, { pod }: PoolRuleFacts): PoolReasonCode | undefined {
  return pool.podAffinity && selectorReason(pool.podAffinity, pod.podLabels, 'pool.podAffinity');
}

function selectorReason(
  selector: LabelSelector,
  labels: Readonly<Record<string, string>>,
  code: PoolReasonCode,
): PoolReasonCode | undefined {
  switch (matchLabels(selector, labels)) {
    case 'match':
      return undefined;
    case 'invalid':
      return 'pool.invalidSelector';
    case 'noMatch':
      return code;
  }
}
