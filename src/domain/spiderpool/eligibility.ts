import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import type { AddressFamily } from '../ip/address.ts';
import { candidateNodes } from '../node-facts.ts';
import { poolFree, poolTotal } from './free.ts';
import type { PodContext } from './pod-context.ts';
import type { Pool } from './pool.ts';
import { autoPoolReasons, isAutoPool, namespaceReasons, no, nodeReasons, podReasons } from './pool-rules.ts';
import type { PoolReason, PoolRuleFacts } from './pool-rules.ts';
import { familyName, sortByVerdict, verdictOf } from './reason.ts';
import type { Verdict } from './reason.ts';
import { attachmentIdOf } from './resolve-nics.ts';
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
  const facts = ruleFacts(pod, view);
  const reserved = known(view.reserved)?.[family];
  const enabled = family === 'ipv4' ? view.settings.enableIPv4 : view.settings.enableIPv6;
  return (pool) => {
    const free = poolFree(pool, reserved);
    const reasons = [
      ...stateReasons(pool, family, enabled),
      ...nodeReasons(pool, facts),
      ...namespaceReasons(pool, facts),
      ...ownershipReasons(pool, nic, facts, view.settings.namespace),
      ...(free === 0n ? [exhausted(pool, nic, family)] : []),
    ];
    return { pool, verdict: verdictOf(reasons), reasons, free, total: poolTotal(pool) };
  };
}

function ruleFacts(pod: PodContext, view: ClusterView): PoolRuleFacts {
  const namespaces = known(view.namespaces);
  const nodes = known(view.nodes);
  return {
    pod,
    namespaceLabels: namespaces && {
      'kubernetes.io/metadata.name': pod.namespace,
      ...namespaces.find(({ name }) => name === pod.namespace)?.labels,
    },
    nodes: nodes && candidateNodes(nodes, pod.nodeSelector),
  };
}

/** The family gate and rules 1 to 3. */
function stateReasons(pool: Pool, family: AddressFamily, enabled: boolean): PoolReason[] {
  const reasons: PoolReason[] = [];
  if (!enabled) {
    reasons.push({ code: 'pool.familyDisabled', effect: 'no', params: { family: familyName(family) } });
  }
  if (pool.terminating) reasons.push(no('pool.terminating', pool, `terminating IPPool ${pool.name}`));
  if (pool.disabled) reasons.push(no('pool.disabled', pool, `disabled IPPool ${pool.name}`));
  if (pool.family !== family) {
    const upstream = `expect an ${familyName(family)} IPPool, but the version of the IPPool ${pool.name} is ${familyName(pool.family)}`;
    reasons.push(no('pool.wrongFamily', pool, upstream));
  }
  return reasons;
}

/** Rules 6 to 9. An auto pool of this very workload needs no more; one of another is shut out by its owner alone. */
function ownershipReasons(
  pool: Pool,
  nic: ResolvedNic,
  facts: PoolRuleFacts,
  spiderpoolNamespace: string,
): PoolReason[] {
  if (isAutoPool(pool)) return autoPoolReasons(pool, facts);
  return [...podReasons(pool, facts), ...attachmentReasons(pool, nic, spiderpoolNamespace)];
}

/** Rules 7 to 9: the attachment of the NIC, and the pool's `multusName`. */
function attachmentReasons(pool: Pool, nic: ResolvedNic, spiderpoolNamespace: string): PoolReason[] {
  const { resolution, interfaceName } = nic;
  const names = pool.multusNames.join(' ');
  if (resolution.state === 'nodeFile') {
    const upstream = `cluster-network multus isn't set, the IPPool ${pool.name} specified multusName [${names}] unmatched`;
    return [no('pool.clusterNetworkNotSet', pool, upstream)];
  }
  const id = attachmentIdOf(resolution);
  if (pool.multusNames.length > 0) {
    if (id === '') {
      return [
        {
          code: 'pool.needsAttachment',
          effect: 'conditional',
          params: { pool: pool.name, attachments: names },
        },
      ];
    }
    if (allowsAttachment(pool, id, spiderpoolNamespace)) return [];
    const upstream = `the spec.multusName [${names}] in the IPPool ${pool.name} used by the Pod interface ${interfaceName} is not matched with the multusCR ${id} specified by the Pod`;
    return [
      {
        code: 'pool.otherAttachment',
        effect: 'no',
        params: { pool: pool.name, attachments: names, attachment: id },
        upstream,
      },
    ];
  }
  const config = resolution.state === 'found' ? resolution.attachment.config : undefined;
  if (config?.kind !== 'decoded' || !config.matchMasterSubnet) return [];
  return [{ code: 'pool.masterSubnet', effect: 'conditional', params: { pool: pool.name } }];
}

/**
 * Whether the pool may be used on a NIC of the attachment: `multusName` is empty or has it. A bare name there belongs
 * to Spiderpool's namespace; when that is not known, the name alone decides.
 */
export function allowsAttachment(pool: Pool, id: string, spiderpoolNamespace: string): boolean {
  if (pool.multusNames.length === 0) return true;
  return pool.multusNames.some((name) => {
    if (name.includes('/')) return name === id;
    return spiderpoolNamespace === ''
      ? id.slice(id.indexOf('/') + 1) === name
      : id === `${spiderpoolNamespace}/${name}`;
  });
}

function exhausted(pool: Pool, nic: ResolvedNic, family: AddressFamily): PoolReason {
  const upstream = `failed to allocate any ${familyName(family)} IP address to NIC ${nic.interfaceName} from IPPools [${pool.name}]: all IP addresses used out`;
  return no('pool.exhausted', pool, upstream);
}
