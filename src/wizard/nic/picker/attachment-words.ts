import type { Attachment } from '../../../domain/multus/attachment.ts';
import { deviceNeedOf } from '../../../domain/multus/device-need.ts';
import type { Translate } from '../../../i18n/useText.ts';
import type { Searchable } from '../../../ui/stock/search.ts';

/** CNI type, master or device resource, VLAN: what tells attachments apart. */
export function attachmentFacts(attachment: Attachment, t: Translate): readonly string[] {
  const { config } = attachment;
  const need = deviceNeedOf(attachment);
  switch (config.kind) {
    case 'file':
      return [t('attachment.nodeFile')];
    case 'unreadable':
      return [t('attachment.unreadable')];
    case 'decoded': {
      const { cniType, master, vlan, overlay } = config;
      return [
        cniType,
        ...(overlay ? [t('attachment.overlay')] : []),
        ...(master === undefined ? [] : [master]),
        ...(vlan === undefined ? [] : [t('attachment.vlan', { vlan })]),
        ...(need?.shared === true ? [t('attachment.rdma')] : []),
        ...(need === undefined ? [] : [t('attachment.needs', { resource: need.name })]),
      ];
    }
  }
}

/** Default pools of both families. */
export function defaultPoolsOf({ config }: Attachment): readonly string[] {
  return config.kind === 'decoded' ? [...config.defaultPools.ipv4, ...config.defaultPools.ipv6] : [];
}

export function searchableAttachment(attachment: Attachment, t: Translate): Searchable {
  return { words: [attachment.id, ...attachmentFacts(attachment, t), ...defaultPoolsOf(attachment)] };
}
