import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import type { AddressFamily } from '../ip/address.ts';
import { candidateNodes } from '../node-facts.ts';
import { attachmentRule } from './attachment-rule.ts';
import { describeReason, effectOf } from './describe-reason.ts';
import type { PodContext } from './pod-context.ts';
import type { Pool } from './pool.ts';
import { autoPoolRule, firstRules, isAutoPool, isUsedUp, podRule } from './pool-rules.ts';
import type { PoolReason, PoolReasonCode, PoolRuleFacts } from './pool-rules.ts';
import { roomCounter } from './record-limit.ts';
import type { PoolRoom } from './record-limit.ts';
import { sortByVerdict } from './reason.ts';
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
  /** All of them, in the order in which Spiderpool looks, so that the first is what an Event will say. Made when asked for. */
  readonly reasons: readonly PoolReason[];
  /** What Pods can be given. An upper bound when the reserved addresses may not be read. */
  readonly free: bigint;
  /** Free addresses on top, which Spiderpool does not hand out (`poolRoom`). */
  readonly beyondRecords: bigint;
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

/** Whether a rule shuts the pool out for good; one that is merely exhausted may have addresses again. */
export function isShutOut({ reasons }: PoolExplanation): boolean {
  return reasons.some(({ effect, code }) => effect === 'no' && !isUsedUp(code));
}

/** `explainPool` for many pools: what does not depend on the pool is looked up once. */
export function poolExplainer(
  { nic, family }: PoolAsker,
  pod: PodContext,
  view: ClusterView,
): (pool: Pool) => PoolExplanation {
  const scope: Scope = {
    nic,
    facts: ruleFacts(family, pod, view),
    spiderpoolNamespace: view.settings.namespace,
  };
  const roomOf = roomCounter(known(view.reserved)?.[family]);
  return (pool) => {
    const room = roomOf(pool);
    return new Explanation(pool, room, codesOf(pool, room, scope), scope);
  };
}

/** What is the same for all pools that one NIC and family asks for. */
interface Scope {
  readonly nic: ResolvedNic;
  readonly facts: PoolRuleFacts;
  readonly spiderpoolNamespace: string;
}

/** Of thousands of pools few are looked at: what a rule found is put into words for those alone. */
class Explanation implements PoolExplanation {
  readonly pool: Pool;
  readonly verdict: Verdict;
  readonly #room: PoolRoom;
  readonly #codes: readonly PoolReasonCode[];
  readonly #scope: Scope;
  #reasons: readonly PoolReason[] | undefined;

  constructor(pool: Pool, room: PoolRoom, codes: readonly PoolReasonCode[], scope: Scope) {
    this.pool = pool;
    this.verdict = verdictOf(codes);
    this.#room = room;
    this.#codes = codes;
    this.#scope = scope;
  }

  get free(): bigint {
    return this.#room.free;
  }

  get beyondRecords(): bigint {
    return this.#room.beyondRecords;
  }

  get total(): bigint {
    return this.pool.total;
  }

  get reasons(): readonly PoolReason[] {
    const { nic, facts } = this.#scope;
    this.#reasons ??= this.#codes.map((code) => describeReason(code, this.pool, nic, facts));
    return this.#reasons;
  }
}

/** Plain loops and no closures: this runs for each of thousands of pools. */
function codesOf(
  pool: Pool,
  { free, beyondRecords }: PoolRoom,
  { nic, facts, spiderpoolNamespace }: Scope,
): readonly PoolReasonCode[] {
  let codes = none;
  for (const rule of firstRules) codes = withCode(codes, rule(pool, facts));
  if (isAutoPool(pool)) {
    codes = withCode(codes, autoPoolRule(pool, facts));
  } else {
    codes = withCode(codes, podRule(pool, facts));
    codes = withCode(codes, attachmentRule(pool, nic, spiderpoolNamespace));
  }
  if (free > 0n) return codes;
  return withCode(codes, beyondRecords > 0n ? 'pool.tooManyRecords' : 'pool.exhausted');
}

const none: readonly PoolReasonCode[] = [];

/** The lists of one code, which most lists are: made once. */
const single = new Map<PoolReasonCode, readonly PoolReasonCode[]>();

function listOf(code: PoolReasonCode): readonly PoolReasonCode[] {
  const before = single.get(code);
  if (before) return before;
  const list = [code];
  single.set(code, list);
  return list;
}

/** Lists are as long as they need to be: one that grows by `push` reserves room for seventeen. */
function withCode(
  codes: readonly PoolReasonCode[],
  code: PoolReasonCode | undefined,
): readonly PoolReasonCode[] {
  if (code === undefined) return codes;
  return codes.length === 0 ? listOf(code) : [...codes, code];
}

function verdictOf(codes: readonly PoolReasonCode[]): Verdict {
  if (codes.length === 0) return 'eligible';
  for (const code of codes) if (effectOf(code) === 'no') return 'no';
  return 'conditional';
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
