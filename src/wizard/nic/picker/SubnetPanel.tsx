import { useCallback } from 'react';
import { isDnsSubdomain } from '../../../domain/checks/syntax.ts';
import type { AddressFamily } from '../../../domain/ip/address.ts';
import { formatRanges } from '../../../domain/ip/range-set.ts';
import { familyName } from '../../../domain/spiderpool/reason.ts';
import { useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { FreeCount } from '../../../ui/stock/FreeCount.tsx';
import { KnowledgeNote } from './KnowledgeNote.tsx';
import { OptionLine } from './OptionLine.tsx';
import { PickerPanel } from './PickerPanel.tsx';
import { finder } from '../../../ui/stock/search.ts';
import { SubnetDetail } from './SubnetDetail.tsx';
import { useSubnetOptions, type SubnetOption } from './subnet-options.ts';
import { useSubnetWords } from './useSubnetWords.ts';

interface SubnetPanelProps {
  readonly id: string;
  readonly nic: NicView;
  readonly family: AddressFamily;
  readonly onPick: (name: string) => void;
  readonly onClose: () => void;
}

/** Every subnet of a family for one NIC, and none. */
export function SubnetPanel({ id, nic, family, onPick, onClose }: SubnetPanelProps) {
  const t = useText();
  const { view } = useNicScope();
  const options = useSubnetOptions(nic, family);
  const readable = view.subnets.state === 'known';
  const typedOption = useCallback(
    (query: string): SubnetOption | undefined =>
      isDnsSubdomain(query) ? { id: query, works: true, explained: undefined, usedBy: undefined } : undefined,
    [],
  );
  return (
    <PickerPanel<SubnetOption>
      id={id}
      title={t('picker.subnets.title', { nic: nic.interfaceName, family: familyName(family) })}
      searchLabel={t('picker.subnets.search')}
      options={options}
      selected={[nic.nic.subnets[family]]}
      multiple={false}
      finder={subnetFinder}
      typedOption={readable ? undefined : typedOption}
      renderOption={(option) => <SubnetLine option={option} />}
      renderDetail={(option) => <SubnetDetail option={option} />}
      head={readable ? undefined : <KnowledgeNote knowledge={view.subnets} kind={t('word.subnets')} typed />}
      emptyText={t(readable ? 'picker.subnets.none' : 'picker.unread')}
      onPick={onPick}
      onClose={onClose}
    />
  );
}

function subnetFinder(query: string): (option: SubnetOption) => boolean {
  const isFound = finder(query);
  return ({ explained }) => {
    if (explained === undefined) return false;
    const { name, subnet: cidr, gateway = '', addresses } = explained.subnet;
    return isFound({ words: [name, cidr, gateway, ...formatRanges(addresses)], cidr, addresses });
  };
}

function SubnetLine({ option }: { readonly option: SubnetOption }) {
  const t = useText();
  const words = useSubnetWords();
  const { explained, usedBy } = option;
  if (option.id === '') return <OptionLine name={t('nic.subnet.none')} middle="" amount="" end="" works />;
  if (explained === undefined) {
    const badge = <Badge tone="warning">{t('picker.unverified')}</Badge>;
    return (
      <OptionLine name={t('picker.useTyped', { name: option.id })} middle="" amount="" end={badge} works />
    );
  }
  const { subnet, free, total, reasons } = explained;
  const [first] = reasons;
  const taken = usedBy === undefined ? '' : t('reason.subnet.usedBy', { other: usedBy });
  const gateway = subnet.gateway === undefined ? '' : t('picture.gateway', { gateway: subnet.gateway });
  return (
    <OptionLine
      name={subnet.name}
      middle={subnet.subnet}
      amount={<FreeCount free={free} total={total} />}
      end={option.works ? gateway : first === undefined ? taken : words.reason(first)}
      works={option.works}
    />
  );
}
