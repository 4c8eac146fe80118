import type { AddressFamily } from '../ip/address.ts';
import { matchLabels } from '../label-selector.ts';
import type { LabelSelector } from '../label-selector.ts';
import type { NodeFacts } from '../node-facts.ts';
import { AFFINITY_LABELS } from './annotation-keys.ts';
import type { PodContext } from './pod-context.ts';
import type { Pool } from './pool.ts';
import { namesOfNodes, nodesOfPool } from './pool-nodes.ts';
import { familyName } from './reason.ts';
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
  | 'pool.exhausted';

export type PoolReason = Reason<PoolReasonCode>;

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

/** One rule: why it shuts the pool out, or under which condition it does not. `undefined` when it is met. */
export type PoolRule = (pool: Pool, facts: PoolRuleFacts) => PoolReason | undefined;

/** The family gate and rules 1 to 5, in the order of Spiderpool's `selectByPod` (domain reference 3.1, 3.2). */
export const firstRules: readonly PoolRule[] = [
  (_, { familyEnabled, family }) =>
    familyEnabled
      ? undefined
      : { code: 'pool.familyDisabled', effect: 'no', params: { family: familyName(family) } },
  (pool) =>
    pool.terminating ? shutOut('pool.terminating', pool, `terminating IPPool ${pool.name}`) : undefined,
  (pool) => (pool.disabled ? shutOut('pool.disabled', pool, `disabled IPPool ${pool.name}`) : undefined),
  familyRule,
  nodeRule,
  namespaceRule,
];

function familyRule(pool: Pool, { family }: PoolRuleFacts): PoolReason | undefined {
  if (pool.family === family) return undefined;
  const upstream = `expect an ${familyName(family)} IPPool, but the version of the IPPool ${pool.name} is ${familyName(pool.family)}`;
  return shutOut('pool.wrongFamily', pool, upstream);
}

/** Rules 4a and 4b: `nodeName` wins over `nodeAffinity`. */
function nodeRule(pool: Pool, { nodes }: PoolRuleFacts): PoolReason | undefined {
  if (pool.nodeRule === '') return undefined;
  if (!nodes) return condition('pool.nodesUnknown', pool);
  const matching = nodesOfPool(pool, nodes);
  if (matching === 'invalid') return invalidSelector(pool);
  if (matching.length === nodes.length && matching.length > 0) return undefined;
  const byName = pool.nodeNames.length > 0;
  const upstream = `unmatched Node ${byName ? 'name' : 'affinity'} of IPPool ${pool.name}`;
  if (matching.length === 0) return shutOut(byName ? 'pool.nodeName' : 'pool.nodeAffinity', pool, upstream);
  const params = { pool: pool.name, nodes: namesOfNodes(matching) };
  return { code: 'pool.onlyOnNodes', effect: 'conditional', params, upstream };
}

/** Rules 5a and 5b: `namespaceName` wins over `namespaceAffinity`. */
function namespaceRule(pool: Pool, { pod, namespaceLabels }: PoolRuleFacts): PoolReason | undefined {
  if (pool.namespaceNames.length > 0) {
    return pool.namespaceNames.includes(pod.namespace)
      ? undefined
      : shutOut('pool.namespaceName', pool, `unmatched Namespace name of IPPool ${pool.name}`);
  }
  if (!pool.namespaceAffinity) return undefined;
  if (!namespaceLabels) return condition('pool.namespaceUnknown', pool);
  const upstream = `unmatched Namespace affinity of IPPool ${pool.name}`;
  return selectorReason(pool, pool.namespaceAffinity, namespaceLabels, 'pool.namespaceAffinity', upstream);
}

/** Whether the controller made the pool, so that rule 6a stands in for 6b and, when it is met, for 7 to 9. */
export function isAutoPool(pool: Pool): boolean {
  return pool.owner !== undefined && pool.podAffinity !== undefined;
}

/** Rule 6a: the pool's `podAffinity` names the top controller of the Pod, in five labels that no Pod has. */
export function autoPoolRule(pool: Pool, { pod }: PoolRuleFacts): PoolReason | undefined {
  const names = pool.podAffinity?.matchLabels ?? {};
  const same =
    names[AFFINITY_LABELS.group] === pod.workload.group &&
    names[AFFINITY_LABELS.version] === pod.workload.version &&
    names[AFFINITY_LABELS.kind] === pod.workload.kind &&
    names[AFFINITY_LABELS.namespace] === pod.namespace &&
    names[AFFINITY_LABELS.name] === pod.workload.name;
  if (same) return undefined;
  const workload = `${pool.owner?.namespace ?? ''}/${pool.owner?.name ?? ''}`;
  const upstream = `unmatched Pod annifity of auto-created IPool ${pool.name}`;
  return { code: 'pool.otherWorkload', effect: 'no', params: { pool: pool.name, workload }, upstream };
}

/** Rule 6b: the labels of the Pod template. */
export function podRule(pool: Pool, { pod }: PoolRuleFacts): PoolReason | undefined {
  if (!pool.podAffinity) return undefined;
  const upstream = `unmatched Pod affinity of IPPool ${pool.name}`;
  return selectorReason(pool, pool.podAffinity, pod.podLabels, 'pool.podAffinity', upstream);
}

function selectorReason(
  pool: Pool,
  selector: LabelSelector,
  labels: Readonly<Record<string, string>>,
  code: PoolReasonCode,
  upstream: string,
): PoolReason | undefined {
  switch (matchLabels(selector, labels)) {
    case 'match':
      return undefined;
    case 'invalid':
      return invalidSelector(pool);
    case 'noMatch':
      return shutOut(code, pool, upstream);
  }
}

function invalidSelector(pool: Pool): PoolReason {
  return { code: 'pool.invalidSelector', effect: 'no', params: { pool: pool.name } };
}

/** The reason of a rule that the pool does not meet. */
export function shutOut(
  code: PoolReasonCode,
  pool: Pool,
  upstream: string,
  params?: PoolReason['params'],
): PoolReason {
  const all = params === undefined ? { pool: pool.name } : { pool: pool.name, ...params };
  return { code, effect: 'no', params: all, upstream };
}

/** The reason of a rule that the pool may meet. */
export function condition(code: PoolReasonCode, pool: Pool, params: PoolReason['params'] = {}): PoolReason {
  return { code, effect: 'conditional', params: { pool: pool.name, ...params } };
}
