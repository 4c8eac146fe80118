import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import type { AddressFamily } from '../ip/address.ts';
import { candidateNodes } from '../node-facts.ts';
import { attachmentRule } from './attachment-rule.ts';
import { freeAddresses } from './free.ts';
import type { PodContext } from './pod-context.ts';
import type { Pool } from './pool.ts';
import { autoPoolRule, firstRules, isAutoPool, podRule, shutOut } from './pool-rules.ts';
import type { PoolReason, PoolRuleFacts } from './pool-rules.ts';
import { familyName, sortByVerdict, verdictOf } from './reason.ts';
import type { Verdict } from './reason.ts';
import type { ResolvedNic } from './resolve-nics.ts';

/** The NIC and family for which a pool is asked. */
export interface PoolAsker {
  readonly nic: ResolvedNic;
  readonly family: AddressFamily;
}

export interface PoolExplanation {
  readonly pool: Pool;
  readonly verdict: Verdict;
  /** All of them, in the order in which Spiderpool looks, so that the first is what an Event will say. */
  readonly reasons: readonly PoolReason[];
  /** An upper bound when the reserved addresses may not be read. */
  readonly free: bigint;
  readonly total: bigint;
}

/**
 * Whether a NIC of this workload will get an address from the pool, and why not (Spiderpool `selectByPod`, domain
 * reference 3.2).
 */
export function explainPool(
  pool: Pool,
  asker: PoolAsker,
  pod: PodContext,
  view: ClusterView,
): PoolExplanation {
  return poolExplainer(asker, pod, view)(pool);
}

/** Every pool of the family, the eligible ones first. Empty when pools cannot be read. */
export function poolsFor(asker: PoolAsker, pod: PodContext, view: ClusterView): readonly PoolExplanation[] {
  const explain = poolExplainer(asker, pod, view);
  const pools = (known(view.pools) ?? []).filter(({ family }) => family === asker.family);
  return sortByVerdict(pools.map(explain), ({ pool }) => pool.name);
}

/** `explainPool` for many pools: what does not depend on the pool is looked up once. */
export function poolExplainer(
  { nic, family }: PoolAsker,
  pod: PodContext,
  view: ClusterView,
): (pool: Pool) => PoolExplanation {
  const facts = ruleFacts(family, pod, view);
  const reserved = known(view.reserved)?.[family];
  const spiderpoolNamespace = view.settings.namespace;
  return (pool) => {
    const free = freeAddresses(pool, reserved);
    const ofRules = reasonsOf(pool, nic, facts, spiderpoolNamespace);
    const reasons = free === 0n ? withReason(ofRules, exhausted(pool, nic, family)) : ofRules;
    return { pool, verdict: verdictOf(reasons), reasons, free, total: pool.total };
  };
}

/** Plain loops and no closures: this runs for each of thousands of pools. */
function reasonsOf(
  pool: Pool,
  nic: ResolvedNic,
  facts: PoolRuleFacts,
  spiderpoolNamespace: string,
): readonly PoolReason[] {
  let reasons = noReasons;
  for (const rule of firstRules) reasons = withReason(reasons, rule(pool, facts));
  if (isAutoPool(pool)) return withReason(reasons, autoPoolRule(pool, facts));
  reasons = withReason(reasons, podRule(pool, facts));
  return withReason(reasons, attachmentRule(pool, nic, spiderpoolNamespace));
}

const noReasons: readonly PoolReason[] = [];

/** Lists are as long as they need to be: one that grows by `push` reserves room for seventeen. */
function withReason(reasons: readonly PoolReason[], reason: PoolReason | undefined): readonly PoolReason[] {
  if (reason === undefined) return reasons;
  return reasons.length === 0 ? [reason] : [...reasons, reason];
}

function ruleFacts(family: AddressFamily, pod: PodContext, view: ClusterView): PoolRuleFacts {
  const namespaces = known(view.namespaces);
  const nodes = known(view.nodes);
  return {
    pod,
    family,
    familyEnabled: family === 'ipv4' ? view.settings.enableIPv4 : view.settings.enableIPv6,
    namespaceLabels: namespaces && {
      'kubernetes.io/metadata.name': pod.namespace,
      ...namespaces.find(({ name }) => name === pod.namespace)?.labels,
    },
    nodes: nodes && candidateNodes(nodes, pod.nodeSelector, pod.tolerations),
  };
}

/** No filter of Spiderpool's, but what its allocation says in the end (domain reference 3.1, step 6). */
function exhausted(pool: Pool, nic: ResolvedNic, family: AddressFamily): PoolReason {
  const upstream = `failed to allocate any ${familyName(family)} IP address to NIC ${nic.interfaceName} from IPPools [${pool.name}]: all IP addresses used out`;
  return shutOut('pool.exhausted', pool, upstream);
}
