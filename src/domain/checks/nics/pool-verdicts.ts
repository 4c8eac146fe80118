import { poolExplainer, type PoolExplanation } from '../../spiderpool/eligibility.ts';
import type { PoolReason, PoolReasonCode } from '../../spiderpool/pool-rules.ts';
import { poolReasonParams } from '../../spiderpool/reason-params.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, note, warning } from '../report.ts';
import { type DrawnPools, drawnPools } from './drawn-pools.ts';
import { checkNodeCoverage } from './node-coverage.ts';

/** Reasons that are findings of their own: the family (R5), free addresses (R7), a NIC without an attachment (R15). */
const otherFindings: ReadonlySet<PoolReasonCode> = new Set([
  'pool.familyDisabled',
  'pool.wrongFamily',
  'pool.exhausted',
  'pool.tooManyRecords',
  'pool.needsAttachment',
]);

/** Conditions that nobody here can look into; those about nodes are worked out (`checkNodeCoverage`). */
const unsure: ReadonlySet<PoolReasonCode> = new Set([
  'pool.nodesUnknown',
  'pool.namespaceUnknown',
  'pool.masterSubnet',
]);

/**
 * Every pool that a NIC would draw from will serve it (R6, Spiderpool `selectByPod`, domain reference 3.2): a NIC and
 * family without one fails the Pods (`no IPPool available, all IPv4 IPPools [...] of net1 filtered out`); one that
 * will not serve among others that will is passed over.
 */
export function checkPoolVerdicts(draft: Draft, context: CheckContext): readonly Finding[] {
  return drawnPools(draft, context).flatMap((drawn) => checkDrawn(drawn, context));
}

function checkDrawn(drawn: DrawnPools, context: CheckContext): readonly Finding[] {
  const { origin, family, path } = drawn;
  const explain = poolExplainer({ nic: origin.nic, family }, context.pod, context.view);
  const entries = drawn.entries
    .filter(({ pools }) => pools.length > 0)
    .map((entry) => ({ ...entry, explained: entry.pools.map(explain) }));
  const all = entries.flatMap(({ explained }) => explained);
  const works = all.some((explained) => refusal(explained) === undefined);
  const nic = origin.nic.interfaceName;
  return [
    ...entries.flatMap(({ written, explained }) => {
      const refused = explained.filter((each) => refusal(each) !== undefined);
      const [first] = refused;
      const reason = first && refusal(first);
      if (first === undefined || reason === undefined) return [];
      if (refused.length < explained.length) {
        const count = { count: refused.length, total: explained.length };
        return [note('nic.patternPartly', path, { nic, name: written, ...count })];
      }
      const report = works ? warning : error;
      const code = works ? 'nic.poolIdle' : 'nic.poolRefused';
      return [report(code, path, paramsOf(nic, written, first, reason, context))];
    }),
    ...(works ? checkUnsure(nic, path, all, context) : []),
    ...(works ? checkNodeCoverage(drawn, all.filter(isUsable), context) : []),
  ];
}

/** Those of the pools that no rule shuts out for the NIC; whether they have free addresses is another question. */
export function usablePools(
  { origin, family, entries }: DrawnPools,
  { pod, view }: CheckContext,
): readonly PoolExplanation[] {
  const explain = poolExplainer({ nic: origin.nic, family }, pod, view);
  return entries.flatMap(({ pools }) => pools.map(explain)).filter(isUsable);
}

function isUsable(explained: PoolExplanation): boolean {
  return refusal(explained) === undefined;
}

/** Why the pool will not serve the NIC, in the words that an Event would use; `undefined` where it may. */
function refusal({ reasons }: PoolExplanation): PoolReason | undefined {
  return reasons.find(({ effect, code }) => effect === 'no' && !otherFindings.has(code));
}

/** One warning where it cannot be known whether any of the pools will serve the NIC. */
function checkUnsure(
  nic: string,
  path: string,
  all: readonly PoolExplanation[],
  context: CheckContext,
): readonly Finding[] {
  const usable = all.filter(isUsable);
  const doubts = usable.flatMap((explained) => {
    const reason = explained.reasons.find(({ code }) => unsure.has(code));
    return reason === undefined ? [] : [{ explained, reason }];
  });
  const [first] = doubts;
  if (first === undefined || doubts.length < usable.length) return [];
  const { explained, reason } = first;
  return [warning('nic.poolUnsure', path, paramsOf(nic, explained.pool.name, explained, reason, context))];
}

function paramsOf(
  nic: string,
  name: string,
  { pool }: PoolExplanation,
  reason: PoolReason,
  { pod }: CheckContext,
): Finding['params'] {
  return { ...poolReasonParams(pool, reason, pod), nic, name, reason: reason.code };
}
