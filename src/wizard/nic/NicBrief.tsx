import { addressFamilies } from '../../domain/ip/address.ts';
import type { NetworkDraft } from '../../domain/workload/draft.ts';
import { attachmentIdOf } from '../../domain/spiderpool/resolve-nics.ts';
import { useText, type Translate } from '../../i18n/useText.ts';
import styles from './NicBrief.module.css';
import type { NicView } from './nic-view.ts';

interface NicBriefProps {
  readonly nic: NicView;
  readonly network: NetworkDraft;
}

/** A NIC on one line: its attachment, and what its addresses come from. */
export function NicBrief({ nic, network }: NicBriefProps) {
  const t = useText();
  return (
    <span className={styles.brief}>
      <span className={styles.attachment}>{attachmentText(nic, t)}</span>
      <span className={styles.source}>{sourceText(nic, network, t)}</span>
    </span>
  );
}

function attachmentText({ resolution }: NicView, t: Translate): string {
  switch (resolution.state) {
    case 'none':
      return t('picture.noAttachment');
    case 'nodeFile':
      return t('nic.eth0.default');
    case 'found':
    case 'missing':
    case 'unverified': {
      const id = attachmentIdOf(resolution);
      const config = resolution.state === 'found' ? resolution.attachment.config : undefined;
      return config?.kind === 'decoded' ? `${id} · ${config.cniType}` : id;
    }
  }
}

function sourceText(nic: NicView, network: NetworkDraft, t: Translate): string {
  if (nic.addressing === 'cluster') return t('picture.clusterNetwork');
  if (nic.addressing === 'ownIpam') return t('picture.ownIpam');
  const names = addressFamilies.flatMap((family) => nic.stocks[family].map(({ name }) => name)).join(', ');
  if (names === '') return t(`picture.noStock.${network.source}`);
  switch (network.source) {
    case 'fixed':
      return network.elastic.form === 'total'
        ? t('nic.brief.total', { names, count: network.elastic.count })
        : t('nic.brief.fixed', { names, elastic: network.elastic.enabled ? network.elastic.count : '0' });
    case 'pools':
      return t('nic.brief.pools', { names });
    case 'default':
      return t('nic.brief.default', { names });
  }
}
