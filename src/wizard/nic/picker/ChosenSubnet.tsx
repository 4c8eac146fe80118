import { useTranslation } from 'react-i18next';
import { useText } from '../../../i18n/useText.ts';
import { countText } from '../count-text.ts';
import styles from './Chosen.module.css';
import type { SubnetOption } from './subnet-options.ts';

/** What is chosen, in the button of the picker: name, network, how much is left. */
export function ChosenSubnet({
  name,
  option,
}: {
  readonly name: string;
  readonly option: SubnetOption | undefined;
}) {
  const t = useText();
  const { i18n } = useTranslation();
  if (name === '') return <span className={styles.nothing}>{t('nic.subnet.none')}</span>;
  const { subnet, free, total } = option?.explained ?? {};
  return (
    <>
      {name}
      <span className={styles.second}>
        {subnet === undefined || free === undefined || total === undefined
          ? ` · ${t('picker.unverified')}`
          : ` · ${subnet.subnet} · ${t('count.freeOf', {
              free: countText(free, i18n.language),
              total: countText(total, i18n.language),
            })}`}
      </span>
    </>
  );
}
