import type { AttachmentResolution } from '../../domain/spiderpool/resolve-nics.ts';
import type { Translate } from '../../i18n/useText.ts';

/** What a picture says of the attachment of a NIC. */
export interface AttachmentDescription {
  readonly title: string;
  /** CNI type, master and VLAN, or what is wrong. */
  readonly detail: string;
  /** Drawn with a broken border when nothing stands behind it. */
  readonly certain: boolean;
}

export function describeAttachment(resolution: AttachmentResolution, t: Translate): AttachmentDescription {
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
