import { Button } from 'antd';
import { withNic } from '../../../domain/spiderpool/with-nic.ts';
import { useText } from '../../../i18n/useText.ts';
import { FindingNotes } from '../FindingNotes.tsx';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { Note } from '../Note.tsx';

/** An interface name that a manifest gives, and the way back to the name by position. */
export function CustomName({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const { network, change } = useNicScope();
  const byPosition = `net${nic.position}`;
  const path = `${nic.path}.interfaceName`;
  return (
    <>
      <Note tone="note">
        {t('nic.customName', { nic: nic.interfaceName })}{' '}
        <Button
          type="link"
          size="small"
          onClick={() => change(withNic(network, nic.index, (draft) => ({ ...draft, interfaceName: '' })))}
        >
          {t('nic.customName.drop', { nic: byPosition })}
        </Button>
      </Note>
      <FindingNotes path={path} />
    </>
  );
}
