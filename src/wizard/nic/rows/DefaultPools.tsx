import { addressFamilies } from '../../../domain/ip/address.ts';
import type { AddressOrigin } from '../../../domain/spiderpool/precedence.ts';
import { attachmentIdOf } from '../../../domain/spiderpool/resolve-nics.ts';
import { familyName } from '../../../domain/spiderpool/reason.ts';
import { type Translate, useLanguage, useText } from '../../../i18n/useText.ts';
import { countText } from '../../../ui/stock/count-text.ts';
import { useNicScope } from '../nic-scope.ts';
import { enabledFamilies, type NicView } from '../nic-view.ts';
import { Note } from '../Note.tsx';
import styles from './DefaultPools.module.css';

/** 使用默认 IP 池: the pools that the NIC will draw from, which nobody chooses here, and who says so. */
export function DefaultPools({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const language = useLanguage();
  const { view, workload } = useNicScope();
  return (
    <div className={styles.pools}>
      {enabledFamilies(view).map((family) => (
        <p key={family} className={styles.line}>
          <span className={styles.label}>{t('nic.defaultPools', { family: familyName(family) })}</span>
          {nic.stocks[family].length === 0 && <span className={styles.none}>{t('word.none')}</span>}
          {nic.stocks[family].map(({ name, facts }) => (
            <span key={name} className={styles.chip}>
              {name}{' '}
              <span className={styles.rest}>
                {facts === undefined
                  ? t(view.pools.state === 'known' ? 'nic.pools.missing' : 'picker.unverified')
                  : t('count.freeOf', {
                      free: countText(facts.free, language),
                      total: countText(facts.total, language),
                    })}
              </span>
            </span>
          ))}
        </p>
      ))}
      <Note tone={nic.origin.from === 'nowhere' ? 'error' : 'quiet'}>
        {originText(nic, workload.namespace, t)}
      </Note>
      {nic.origin.failure !== undefined && nic.origin.from !== 'nowhere' && (
        <Note tone="error">{t('nic.origin.fails', { words: nic.origin.failure })}</Note>
      )}
    </div>
  );
}

function originText({ origin, resolution }: NicView, namespace: string, t: Translate): string {
  switch (origin.from) {
    case 'namespace':
      return shadowedNames(origin) === ''
        ? t('nic.origin.namespace', { namespace })
        : t('nic.origin.namespaceWins', { namespace, pools: shadowedNames(origin) });
    case 'attachment':
      return t('nic.origin.attachment', { attachment: attachmentIdOf(resolution) });
    case 'cluster':
      return t('nic.origin.cluster');
    case 'nowhere':
      return t('nic.origin.nowhere');
    case 'unknown':
    case 'otherIpam':
    case 'pools':
    case 'subnets':
      return t('nic.origin.unknown');
  }
}

function shadowedNames({ shadowed }: AddressOrigin): string {
  return addressFamilies.flatMap((family) => shadowed?.[family] ?? []).join(', ');
}
