import { useText, type Translate } from '../../../i18n/useText.ts';
import type { NicView } from '../nic-view.ts';
import styles from './PodPicture.module.css';

/** The attachment of a NIC: its name, its CNI type, its master and VLAN. */
export function AttachmentBox({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const { title, detail, certain } = describe(nic, t);
  return (
    <span className={styles['box']} data-uncertain={!certain || undefined}>
      <span className={styles['title']}>{title}</span>
      {detail !== '' && <span className={styles['second']}>{detail}</span>}
    </span>
  );
}

interface Description {
  readonly title: string;
  readonly detail: string;
  /** Drawn with a broken border when nothing stands behind it. */
  readonly certain: boolean;
}

function describe({ resolution }: NicView, t: Translate): Description {
  switch (resolution.state) {
    case 'none':
      return { title: t('picture.noAttachment'), detail: '', certain: false };
    case 'nodeFile':
      return { title: t('picture.nodeFile'), detail: t('picture.overlay'), certain: true };
    case 'missing':
      return { title: resolution.id, detail: t('picture.missing'), certain: false };
    case 'unverified':
      return { title: resolution.id, detail: t('picture.unverified'), certain: false };
    case 'found': {
      const { config, name } = resolution.attachment;
      switch (config.kind) {
        case 'file':
          return { title: name, detail: t('picture.overlay'), certain: true };
        case 'unreadable':
          return { title: name, detail: t('picture.unreadable'), certain: false };
        case 'decoded': {
          const vlan =
            config.vlan === undefined || config.vlan === 0 ? '' : t('picture.vlan', { vlan: config.vlan });
          const parts = [config.cniType, config.master ?? '', vlan];
          return { title: name, detail: parts.filter((part) => part !== '').join(' · '), certain: true };
        }
      }
    }
  }
}
