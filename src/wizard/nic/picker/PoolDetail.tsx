import type { PoolExplanation } from '../../../domain/spiderpool/eligibility.ts';
import type { PoolReason, PoolReasonCode } from '../../../domain/spiderpool/pool-rules.ts';
import { nodeRule } from '../../../domain/spiderpool/reason-params.ts';
import { familyName } from '../../../domain/spiderpool/reason.ts';
import { formatRanges } from '../../../domain/ip/range-set.ts';
import { selectorText } from '../../../domain/label-selector.ts';
import { useText, type Translate } from '../../../i18n/useText.ts';
import type { PoolOption } from './pool-options.ts';
import { ReasonList, type RuleLine } from './ReasonList.tsx';
import { StockFactsLine } from './StockFactsLine.tsx';
import { usePoolWords, type PoolWords } from './usePoolWords.ts';

/** All that is known of a pool: its addresses, and each rule that Spiderpool looks at, in its order. */
export function PoolDetail({ option }: { readonly option: PoolOption }) {
  const t = useText();
  const words = usePoolWords();
  const { explained, usedBy } = option;
  if (explained === undefined) return <p>{t('picker.unverified.detail', { name: option.id })}</p>;
  const { pool, reasons } = explained;
  const taken = usedBy === undefined ? [] : [{ other: usedBy }];
  const ranges = formatRanges(pool.addresses);
  return (
    <>
      <ReasonList
        title={pool.name}
        rules={[
          ...ruleLines(explained, t, words),
          ...taken.map((params): RuleLine => ({ outcome: 'fail', text: t('reason.pool.usedBy', params) })),
        ]}
        remedies={[
          ...reasons.map((reason) => words.remedy(explained, reason)),
          ...taken.map((params) => t('remedy.pool.usedBy', params)),
        ]}
      />
      <StockFactsLine cidr={pool.subnet} gateway={pool.gateway} ranges={ranges} problems={pool.problems} />
    </>
  );
}

interface Rule {
  readonly codes: readonly PoolReasonCode[];
  /** What the pool asks here, when the workload has it. */
  readonly text: string;
}

/** Spiderpool's own order (domain reference 3.2). A rule that fails says why in place of what it asks. */
function ruleLines(explained: PoolExplanation, t: Translate, words: PoolWords): readonly RuleLine[] {
  return rulesOf(explained, t).flatMap(({ codes, text }): readonly RuleLine[] => {
    const failing = explained.reasons.filter(({ code }) => codes.includes(code));
    if (failing.length === 0) return [{ outcome: 'pass', text }];
    return failing.map((reason) => failedLine(explained, reason, words));
  });
}

function failedLine(explained: PoolExplanation, reason: PoolReason, words: PoolWords): RuleLine {
  return {
    outcome: reason.effect === 'no' ? 'fail' : 'conditional',
    text: words.reason(explained, reason),
    upstream: reason.upstream,
  };
}

function rulesOf({ pool }: PoolExplanation, t: Translate): readonly Rule[] {
  const nodes = nodeRule(pool);
  const namespaces =
    pool.namespaceNames.length > 0
      ? pool.namespaceNames.join(', ')
      : pool.namespaceAffinity && selectorText(pool.namespaceAffinity);
  const pods = pool.podAffinity && selectorText(pool.podAffinity);
  const attachments = pool.multusNames.join(', ');
  const ask = (value: string | undefined, any: string, only: (value: string) => string) =>
    value === undefined || value === '' ? any : only(value);
  return [
    {
      codes: ['pool.familyDisabled', 'pool.terminating', 'pool.disabled', 'pool.wrongFamily'],
      text: t('rule.state', { family: familyName(pool.family) }),
    },
    {
      codes: ['pool.nodeName', 'pool.nodeAffinity', 'pool.onlyOnNodes', 'pool.nodesUnknown'],
      text: ask(nodes, t('rule.anyNode'), (value) => t('rule.node', { value })),
    },
    {
      codes: ['pool.namespaceName', 'pool.namespaceAffinity', 'pool.namespaceUnknown'],
      text: ask(namespaces, t('rule.anyNamespace'), (value) => t('rule.namespace', { value })),
    },
    {
      codes: ['pool.otherWorkload', 'pool.podAffinity', 'pool.invalidSelector'],
      text:
        pool.owner === undefined
          ? ask(pods, t('rule.anyPod'), (value) => t('rule.pod', { value }))
          : t('rule.ownPool'),
    },
    {
      codes: [
        'pool.clusterNetworkNotSet',
        'pool.otherAttachment',
        'pool.needsAttachment',
        'pool.masterSubnet',
      ],
      text: ask(attachments, t('rule.anyAttachment'), (value) => t('rule.attachment', { value })),
    },
    { codes: ['pool.exhausted', 'pool.tooManyRecords'], text: t('rule.free') },
  ];
}
