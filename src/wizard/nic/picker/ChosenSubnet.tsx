import type { SubnetExplanation } from '../../../domain/spiderpool/subnet-eligibility.ts';
import { useLanguage, useText } from '../../../i18n/useText.ts';
import { countText } from '../../../ui/stock/count-text.ts';
import { useNicScope } from '../nic-scope.ts';
import styles from './Chosen.module.css';

interface ChosenSubnetProps {
  readonly name: string;
  /** `undefined` when there is none of that name, or none can be read. */
  readonly explained: SubnetExplanation | undefined;
}

/** What is chosen, in the button of the picker: name, network, how much is left. */
export function ChosenSubnet({ name, explained }: ChosenSubnetProps) {
  const t = useText();
  const language = useLanguage();
  const { view } = useNicScope();
  if (name === '') return <span className={styles.nothing}>{t('nic.subnet.none')}</span>;
  const count = explained && {
    free: countText(explained.free, language),
    total: countText(explained.total, language),
  };
  return (
    <>
      {name}
      <span className={styles.second}>
        {count === undefined
          ? ` · ${t(view.subnets.state === 'known' ? 'nic.pools.missing' : 'picker.unverified')}`
          : ` · ${explained?.subnet.subnet ?? ''} · ${t('count.freeOf', count)}`}
      </span>
    </>
  );
}
