import type { NodeFacts } from '../node-facts.ts';
import { matchLabels } from '../label-selector.ts';
import type { LabelSelector } from '../label-selector.ts';
import { AFFINITY_LABELS } from './annotation-keys.ts';
import type { PodContext } from './pod-context.ts';
import type { Pool } from './pool.ts';
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

/** What the rules need to know of the Pod, gathered once for all pools. */
export interface PoolRuleFacts {
  readonly pod: PodContext;
  /** Labels of the Pod's Namespace; `undefined` when they may not be read. */
  readonly namespaceLabels: Readonly<Record<string, string>> | undefined;
  /** Nodes on which the Pod may land; `undefined` when they may not be read. */
  readonly nodes: readonly NodeFacts[] | undefined;
}

/** Rules 4a and 4b: `nodeName` wins over `nodeAffinity`. */
export function nodeReasons(pool: Pool, { nodes }: PoolRuleFacts): PoolReason[] {
  const byName = pool.nodeNames.length > 0;
  if (!byName && !pool.nodeAffinity) return [];
  if (!nodes) return [{ code: 'pool.nodesUnknown', effect: 'conditional', params: { pool: pool.name } }];
  if (pool.nodeAffinity && !byName && matchLabels(pool.nodeAffinity, {}) === 'invalid')
    return [invalid(pool)];
  const matching = nodes.filter(({ name, labels }) =>
    byName
      ? pool.nodeNames.includes(name)
      : pool.nodeAffinity && matchLabels(pool.nodeAffinity, labels) === 'match',
  );
  if (matching.length === nodes.length && matching.length > 0) return [];
  const upstream = `unmatched Node ${byName ? 'name' : 'affinity'} of IPPool ${pool.name}`;
  if (matching.length === 0) {
    return [no(byName ? 'pool.nodeName' : 'pool.nodeAffinity', pool, upstream)];
  }
  const names = matching.map(({ name }) => name).join(', ');
  return [
    { code: 'pool.onlyOnNodes', effect: 'conditional', params: { pool: pool.name, nodes: names }, upstream },
  ];
}

/** Rules 5a and 5b: `namespaceName` wins over `namespaceAffinity`. */
export function namespaceReasons(pool: Pool, { pod, namespaceLabels }: PoolRuleFacts): PoolReason[] {
  if (pool.namespaceNames.length > 0) {
    return pool.namespaceNames.includes(pod.namespace)
      ? []
      : [no('pool.namespaceName', pool, `unmatched Namespace name of IPPool ${pool.name}`)];
  }
  if (!pool.namespaceAffinity) return [];
  if (!namespaceLabels) {
    return [{ code: 'pool.namespaceUnknown', effect: 'conditional', params: { pool: pool.name } }];
  }
  return selectorReasons(
    pool,
    pool.namespaceAffinity,
    namespaceLabels,
    'pool.namespaceAffinity',
    'Namespace affinity',
  );
}

/** Rule 6b: the labels of the Pod template. */
export function podReasons(pool: Pool, { pod }: PoolRuleFacts): PoolReason[] {
  if (!pool.podAffinity) return [];
  return selectorReasons(pool, pool.podAffinity, pod.podLabels, 'pool.podAffinity', 'Pod affinity');
}

/** Whether the controller made the pool, so that rule 6a stands in for 6b and, when it holds, for 7 to 9. */
export function isAutoPool(pool: Pool): boolean {
  return pool.owner !== undefined && pool.podAffinity !== undefined;
}

/** Rule 6a: the pool's `podAffinity` names the top controller of the Pod, in five labels that no Pod has. */
export function autoPoolReasons(pool: Pool, { pod }: PoolRuleFacts): PoolReason[] {
  const names = pool.podAffinity?.matchLabels ?? {};
  const same =
    names[AFFINITY_LABELS.group] === pod.workload.group &&
    names[AFFINITY_LABELS.version] === pod.workload.version &&
    names[AFFINITY_LABELS.kind] === pod.workload.kind &&
    names[AFFINITY_LABELS.namespace] === pod.namespace &&
    names[AFFINITY_LABELS.name] === pod.workload.name;
  if (same) return [];
  const upstream = `unmatched Pod annifity of auto-created IPool ${pool.name}`;
  const owner = `${pool.owner?.namespace ?? ''}/${pool.owner?.name ?? ''}`;
  return [
    { code: 'pool.otherWorkload', effect: 'no', params: { pool: pool.name, workload: owner }, upstream },
  ];
}

/** A reason that shuts the pool out. */
export function no(code: PoolReasonCode, pool: Pool, upstream: string): PoolReason {
  return { code, effect: 'no', params: { pool: pool.name }, upstream };
}

function invalid(pool: Pool): PoolReason {
  return { code: 'pool.invalidSelector', effect: 'no', params: { pool: pool.name } };
}

function selectorReasons(
  pool: Pool,
  selector: LabelSelector,
  labels: Readonly<Record<string, string>>,
  code: PoolReasonCode,
  subject: string,
): PoolReason[] {
  switch (matchLabels(selector, labels)) {
    case 'match':
      return [];
    case 'invalid':
      return [invalid(pool)];
    case 'noMatch':
      return [no(code, pool, `unmatched ${subject} of IPPool ${pool.name}`)];
  }
}
