import { useText } from '../../../i18n/useText.ts';
import { describeAttachment } from '../../../ui/stock/attachment-description.ts';
import type { NicView } from '../nic-view.ts';
import styles from './PodPicture.module.css';

/** The attachment of a NIC: its name, its CNI type, its master and VLAN. */
export function AttachmentBox({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const { title, detail, certain } = describeAttachment(nic.resolution, t);
  return (
    <span className={styles['box']} data-uncertain={!certain || undefined}>
      <span className={styles['title']}>{title}</span>
      {detail !== '' && <span className={styles['second']}>{detail}</span>}
    </span>
  );
}
