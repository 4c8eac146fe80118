import { addressFamilies } from '../../domain/ip/address.ts';
import type { AddressSource, ElasticDraft } from '../../domain/workload/draft.ts';
import { attachmentIdOf } from '../../domain/spiderpool/resolve-nics.ts';
import { useText, type Translate } from '../../i18n/useText.ts';
import styles from './NicBrief.module.css';
import type { NicView } from './nic-view.ts';

interface NicBriefProps {
  readonly nic: NicView;
  /** Where addresses come from as it stands. */
  readonly source: AddressSource;
  readonly elastic: ElasticDraft;
}

/** A NIC on one line: its attachment, and what its addresses come from. */
export function NicBrief(props: NicBriefProps) {
  const t = useText();
  return (
    <span className={styles.brief}>
      <span className={styles.attachment}>{attachmentText(props.nic, t)}</span>
      <span className={styles.source}>{sourceText(props, t)}</span>
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

function sourceText({ nic, source, elastic }: NicBriefProps, t: Translate): string {
  if (nic.addressing === 'cluster') return t('picture.clusterNetwork');
  if (nic.addressing === 'ownIpam') return t('picture.ownIpam');
  const names = addressFamilies.flatMap((family) => nic.stocks[family].map(({ name }) => name)).join(', ');
  if (names === '') return t(`picture.noStock.${source}`);
  switch (source) {
    case 'fixed':
      return elastic.form === 'total'
        ? t('nic.brief.total', { names, count: elastic.count })
        : t('nic.brief.fixed', { names, elastic: elastic.enabled ? elastic.count : '0' });
    case 'pools':
      return t('nic.brief.pools', { names });
    case 'default':
      return t('nic.brief.default', { names });
  }
}
