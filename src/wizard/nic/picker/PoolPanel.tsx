import { useCallback, useMemo } from 'react';
import { isDnsSubdomain } from '../../../domain/checks/syntax.ts';
import type { AddressFamily } from '../../../domain/ip/address.ts';
import { familyName } from '../../../domain/spiderpool/reason.ts';
import { useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { namesOfOthers } from '../used-names.ts';
import { shortRanges } from '../../../ui/stock/address-words.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { FreeCount } from '../../../ui/stock/FreeCount.tsx';
import { KnowledgeNote } from './KnowledgeNote.tsx';
import { OptionLine } from './OptionLine.tsx';
import { PickerPanel } from './PickerPanel.tsx';
import { poolOptions, type PoolOption } from './pool-options.ts';
import { PoolDetail } from './PoolDetail.tsx';
import { PoolBadges } from '../../../ui/stock/PoolBadges.tsx';
import { searchablePool } from '../../../ui/stock/pool-words.ts';
import { finder } from '../../../ui/stock/search.ts';
import { usePoolWords } from './usePoolWords.ts';

interface PoolPanelProps {
  readonly id: string;
  readonly nic: NicView;
  readonly family: AddressFamily;
  readonly onPick: (name: string) => void;
  readonly onClose: () => void;
}

/** Every pool of a family for one NIC. */
export function PoolPanel({ id, nic, family, onPick, onClose }: PoolPanelProps) {
  const t = useText();
  const { view, pod, nics } = useNicScope();
  const options = useMemo(
    () => poolOptions({ nic, family }, pod, view, namesOfOthers(nics, nic, family)),
    [nic, family, pod, view, nics],
  );
  const typedOption = useCallback(
    (query: string): PoolOption | undefined =>
      isDnsSubdomain(query) ? { id: query, works: true, explained: undefined, usedBy: undefined } : undefined,
    [],
  );
  return (
    <PickerPanel<PoolOption>
      id={id}
      title={t('picker.pools.title', { nic: nic.interfaceName, family: familyName(family) })}
      searchLabel={t('picker.pools.search')}
      options={options}
      selected={nic.nic.pools[family]}
      multiple
      finder={poolFinder}
      typedOption={view.pools.state === 'known' ? undefined : typedOption}
      renderOption={(option) => <PoolLine option={option} />}
      renderDetail={(option) => <PoolDetail option={option} />}
      head={
        view.pools.state === 'known' ? undefined : (
          <KnowledgeNote knowledge={view.pools} kind={t('word.pools')} typed />
        )
      }
      emptyText={t(view.pools.state === 'known' ? 'picker.pools.none' : 'picker.unread')}
      onPick={onPick}
      onClose={onClose}
    />
  );
}

function poolFinder(query: string): (option: PoolOption) => boolean {
  const isFound = finder(query);
  return ({ explained }) => explained !== undefined && isFound(searchablePool(explained.pool));
}

function PoolLine({ option }: { readonly option: PoolOption }) {
  const t = useText();
  const { explained } = option;
  if (explained === undefined) {
    return (
      <OptionLine
        name={t('picker.useTyped', { name: option.id })}
        middle=""
        amount=""
        end={<Badge tone="warning">{t('picker.unverified')}</Badge>}
        works
      />
    );
  }
  const { pool, free, total } = explained;
  return (
    <OptionLine
      name={pool.name}
      middle={shortRanges(pool.addresses)}
      amount={<FreeCount free={free} total={total} />}
      end={<PoolEnd option={option} />}
      works={option.works}
    />
  );
}

/** The first reason of a pool that will not work; the condition, then the badges, of one that will. */
function PoolEnd({ option }: { readonly option: PoolOption }) {
  const t = useText();
  const words = usePoolWords();
  const { explained, usedBy } = option;
  if (explained === undefined) return undefined;
  const { pool, reasons } = explained;
  const [first] = reasons.filter(({ effect }) => effect === 'no');
  if (first !== undefined) return words.reason(explained, first);
  if (usedBy !== undefined) return t('reason.pool.usedBy', { other: usedBy });
  return (
    <>
      {reasons.map((reason) => (
        <Badge key={reason.code} tone="warning">
          {words.reason(explained, reason)}
        </Badge>
      ))}
      <PoolBadges pool={pool} />
    </>
  );
}
