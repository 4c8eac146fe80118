import { useState } from 'react';
import { attachmentIdOf } from '../../../domain/spiderpool/resolve-nics.ts';
import { setAttachment } from '../../../domain/spiderpool/nic-actions.ts';
import { useText, type Translate } from '../../../i18n/useText.ts';
import { FindingNotes } from '../FindingNotes.tsx';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { Note } from '../Note.tsx';
import { AttachmentNotes } from './AttachmentNotes.tsx';
import { AttachmentPanel } from './AttachmentPanel.tsx';
import { attachmentFacts } from './attachment-words.ts';
import styles from './Chosen.module.css';
import { PickerField } from './PickerField.tsx';
import { usePicker } from './usePicker.ts';

/** The attachment of a NIC: what it is, what the annotation will say, and what else follows from it. */
export function AttachmentPicker({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const { network, view, change, touch, idOf, findingsAt } = useNicScope();
  const path = `${nic.path}.attachment`;
  const id = idOf(path);
  const picker = usePicker(id, () => touch(path));
  /** Pools that the last choice took away, since they are bound to other attachments (S12). */
  const [dropped, setDropped] = useState<readonly string[]>([]);

  function pick(attachment: string) {
    const next = setAttachment(network, nic.index, attachment, view);
    const after = nic.index === 'eth0' ? next.eth0 : next.nics[nic.index];
    const kept = [...(after?.pools.ipv4 ?? []), ...(after?.pools.ipv6 ?? [])];
    setDropped([...nic.nic.pools.ipv4, ...nic.nic.pools.ipv6].filter((name) => !kept.includes(name)));
    change(next);
    picker.close();
  }

  const broken = findingsAt(path).some(({ severity }) => severity === 'error');
  return (
    <PickerField
      id={id}
      label={t('nic.attachment')}
      value={<ChosenAttachment nic={nic} />}
      status={broken ? 'error' : ''}
      open={picker.open}
      onOpenChange={picker.setOpen}
      below={
        <>
          <FindingNotes path={path} />
          <AttachmentNotes nic={nic} />
          {dropped.length > 0 && (
            <Note tone="warning">{t('nic.pools.dropped', { pools: dropped.join(', ') })}</Note>
          )}
        </>
      }
      panel={<AttachmentPanel id={`${id}-panel`} nic={nic} onPick={pick} onClose={picker.close} />}
    />
  );
}

function ChosenAttachment({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const { resolution } = nic;
  if (resolution.state === 'none')
    return <span className={styles.nothing}>{t('nic.attachment.choose')}</span>;
  const byDefault = nic.index === 'eth0' && nic.nic.attachment === '';
  const id = attachmentIdOf(resolution);
  const facts = [...factsOf(nic, t), ...(byDefault && id !== '' ? [t('nic.eth0.default')] : [])];
  return (
    <>
      {id === '' ? t('nic.eth0.default') : id}
      <span className={styles.second}>{facts.map((fact) => ` · ${fact}`).join('')}</span>
    </>
  );
}

function factsOf({ resolution }: NicView, t: Translate): readonly string[] {
  switch (resolution.state) {
    case 'none':
      return [];
    case 'nodeFile':
      return [t('attachment.overlay'), t('attachment.nodeFile')];
    case 'found':
      return attachmentFacts(resolution.attachment, t);
    case 'missing':
      return [t('picture.missing')];
    case 'unverified':
      return [t('picker.unverified')];
  }
}
