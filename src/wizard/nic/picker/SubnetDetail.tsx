import { formatRanges } from '../../../domain/ip/range-set.ts';
import { useText } from '../../../i18n/useText.ts';
import { ReasonList, type RuleLine } from './ReasonList.tsx';
import { StockFactsLine } from './StockFactsLine.tsx';
import type { SubnetOption } from './subnet-options.ts';
import { useSubnetWords } from './useSubnetWords.ts';

/** All that is known of a subnet, and each reason against it in the order in which Spiderpool looks. */
export function SubnetDetail({ option }: { readonly option: SubnetOption }) {
  const t = useText();
  const words = useSubnetWords();
  const { explained, usedBy } = option;
  if (option.id === '') return <p>{t('nic.subnet.none.detail')}</p>;
  if (explained === undefined) return <p>{t('picker.unverified.detail', { name: option.id })}</p>;
  const { subnet, reasons } = explained;
  const taken = usedBy === undefined ? [] : [{ other: usedBy }];
  const failed: readonly RuleLine[] = [
    ...taken.map((params): RuleLine => ({
      outcome: 'fail',
      text: t('reason.subnet.usedBy', params),
      upstream: "it's invalid to use the same subnet for multiple interfaces",
    })),
    ...reasons.map((reason): RuleLine => ({
      outcome: 'fail',
      text: words.reason(reason),
      upstream: reason.upstream,
    })),
  ];
  const fine: readonly RuleLine[] = [{ outcome: 'pass', text: t('rule.subnetFine') }];
  return (
    <>
      <ReasonList
        title={subnet.name}
        rules={failed.length === 0 ? fine : failed}
        remedies={[...taken.map((params) => t('remedy.subnet.usedBy', params)), ...reasons.map(words.remedy)]}
      />
      <StockFactsLine
        cidr={subnet.subnet}
        gateway={subnet.gateway}
        ranges={formatRanges(subnet.addresses)}
        problems={subnet.problems}
      />
    </>
  );
}
