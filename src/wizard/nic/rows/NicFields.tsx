import { useText } from '../../../i18n/useText.ts';
import { NicCapacity } from '../capacity/NicCapacity.tsx';
import { FindingNotes } from '../FindingNotes.tsx';
import { useNicScope } from '../nic-scope.ts';
import { enabledFamilies, type NicView } from '../nic-view.ts';
import { Note } from '../Note.tsx';
import { AttachmentPicker } from '../picker/AttachmentPicker.tsx';
import { PoolPicker } from '../picker/PoolPicker.tsx';
import { SubnetPicker } from '../picker/SubnetPicker.tsx';
import { CleanGatewayField } from './CleanGatewayField.tsx';
import { CustomName } from './CustomName.tsx';
import { DefaultPools } from './DefaultPools.tsx';
import styles from './NicFields.module.css';
import { OriginLine } from './OriginLine.tsx';

/** The fields of one NIC: its attachment, and what its addresses come from in the Pod's mode. */
export function NicFields({ nic }: { readonly nic: NicView }) {
  const { view } = useNicScope();
  const served = nic.addressing === 'spiderpool' || nic.addressing === 'undecided';
  return (
    <>
      <AttachmentPicker nic={nic} />
      {nic.nic.interfaceName !== '' && <CustomName nic={nic} />}
      {served && <AddressFields nic={nic} />}
      {served && view.settings.source !== 'none' && <OriginLine nic={nic} />}
      <NicCapacity nic={nic} />
      <FindingNotes path={nic.path} />
    </>
  );
}

function AddressFields({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const { network, view } = useNicScope();
  const families = enabledFamilies(view);
  if (view.settings.source === 'none') return undefined;
  if (families.length === 0) return <Note tone="warning">{t('nic.noFamily')}</Note>;
  switch (network.source) {
    case 'fixed':
      return (
        <div className={styles.fields}>
          {families.map((family) => (
            <SubnetPicker key={family} nic={nic} family={family} />
          ))}
        </div>
      );
    case 'pools':
      return (
        <>
          <div className={styles.fields}>
            {families.map((family) => (
              <PoolPicker key={family} nic={nic} family={family} />
            ))}
          </div>
          <CleanGatewayField nic={nic} />
        </>
      );
    case 'default':
      return <DefaultPools nic={nic} />;
  }
}
