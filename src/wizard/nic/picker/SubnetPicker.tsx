import type { AddressFamily } from '../../../domain/ip/address.ts';
import { familyName } from '../../../domain/spiderpool/reason.ts';
import { withNic } from '../../../domain/spiderpool/with-nic.ts';
import { useText } from '../../../i18n/useText.ts';
import { FindingNotes } from '../FindingNotes.tsx';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { ChosenSubnet } from './ChosenSubnet.tsx';
import { PickerField } from './PickerField.tsx';
import { SubnetPanel } from './SubnetPanel.tsx';
import { useChosenSubnet } from './subnet-options.ts';
import { usePicker } from './usePicker.ts';

interface SubnetPickerProps {
  readonly nic: NicView;
  readonly family: AddressFamily;
}

/** The subnet of one family from which the fixed pool of a NIC is made, or none. */
export function SubnetPicker({ nic, family }: SubnetPickerProps) {
  const t = useText();
  const { network, change, touch, idOf, findingsAt } = useNicScope();
  const path = `${nic.path}.subnets.${family}`;
  const id = idOf(path);
  const picker = usePicker(id, () => touch(path));
  const chosen = useChosenSubnet(nic, family);
  const name = nic.nic.subnets[family];

  function pick(next: string) {
    change(
      withNic(network, nic.index, (draft) => ({ ...draft, subnets: { ...draft.subnets, [family]: next } })),
    );
    picker.close();
  }

  const broken = findingsAt(path).some(({ severity }) => severity === 'error');
  return (
    <PickerField
      id={id}
      label={t('nic.subnet', { family: familyName(family) })}
      value={<ChosenSubnet name={name} explained={chosen} />}
      status={broken ? 'error' : ''}
      open={picker.open}
      onOpenChange={picker.setOpen}
      below={<FindingNotes path={path} />}
      panel={
        <SubnetPanel id={`${id}-panel`} nic={nic} family={family} onPick={pick} onClose={picker.close} />
      }
    />
  );
}
