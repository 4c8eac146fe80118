import type { AddressFamily } from '../../../domain/ip/address.ts';
import { setPools } from '../../../domain/spiderpool/nic-actions.ts';
import { familyName } from '../../../domain/spiderpool/reason.ts';
import { useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { FindingNotes } from '../FindingNotes.tsx';
import { Note } from '../Note.tsx';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { ChosenPools } from './ChosenPools.tsx';
import { ChosenPoolNotes } from './ChosenPoolNotes.tsx';
import { useChosenPools } from './chosen-pools.ts';
import { PickerField } from './PickerField.tsx';
import { PoolPanel } from './PoolPanel.tsx';
import { usePicker } from './usePicker.ts';

interface PoolPickerProps {
  readonly nic: NicView;
  readonly family: AddressFamily;
}

/** 网卡 IP 池 of one family: any number of pools, each with what is left in it and why it will not work, if so. */
export function PoolPicker({ nic, family }: PoolPickerProps) {
  const t = useText();
  const { network, view, change, touch, idOf, findingsAt } = useNicScope();
  const path = `${nic.path}.pools.${family}`;
  const id = idOf(path);
  const chosen = useChosenPools(nic, family);
  const picker = usePicker(id, () => touch(path));
  /** The attachment that the pools left no choice of (S13). */
  const [filled, setFilled] = useState('');
  const names = nic.nic.pools[family];

  function set(next: readonly string[]) {
    const changed = setPools(network, nic.index, family, next, view);
    const after = nic.index === 'eth0' ? changed.eth0 : changed.nics[nic.index];
    if (nic.nic.attachment === '' && after !== undefined) setFilled(after.attachment);
    change(changed);
  }

  function remove(name: string) {
    set(names.filter((each) => each !== name));
    document.getElementById(id)?.focus();
  }

  function pick(name: string) {
    set(names.includes(name) ? names.filter((each) => each !== name) : [...names, name]);
  }

  const broken = findingsAt(path).some(({ severity }) => severity === 'error');
  return (
    <PickerField
      id={id}
      label={t('nic.pools', { family: familyName(family) })}
      value={t(names.length === 0 ? 'nic.pools.choose' : 'nic.pools.more')}
      chips={chosen.length > 0 && <ChosenPools chosen={chosen} broken={broken} onRemove={remove} />}
      status={broken ? 'error' : ''}
      open={picker.open}
      onOpenChange={picker.setOpen}
      below={
        <>
          <ChosenPoolNotes chosen={chosen} />
          {filled !== '' && filled === nic.nic.attachment && (
            <Note tone="note">
              {t('nic.attachment.filled', { nic: nic.interfaceName, attachment: filled })}
            </Note>
          )}
          <FindingNotes path={path} />
        </>
      }
      panel={<PoolPanel id={`${id}-panel`} nic={nic} family={family} onPick={pick} onClose={picker.close} />}
    />
  );
}
