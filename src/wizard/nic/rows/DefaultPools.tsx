import { familyName } from '../../../domain/spiderpool/reason.ts';
import { useLanguage, useText } from '../../../i18n/useText.ts';
import { countText } from '../../../ui/stock/count-text.ts';
import { useNicScope } from '../nic-scope.ts';
import { enabledFamilies, type NicView } from '../nic-view.ts';
import styles from './DefaultPools.module.css';

/** 使用默认 IP 池: the pools that the NIC will draw from, which nobody chooses here. */
export function DefaultPools({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const language = useLanguage();
  const { view } = useNicScope();
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
    </div>
  );
}
