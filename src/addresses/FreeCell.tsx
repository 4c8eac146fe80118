import { useLanguage, useText } from '../i18n/useText.ts';
import { countText } from '../ui/stock/count-text.ts';
import { FreeCount } from '../ui/stock/FreeCount.tsx';
import styles from './cells.module.css';
import type { StockCount } from './stock-count.ts';

/** "46 free of 50", how many of the rest are reserved, and of the free ones how many are to be had. */
export function FreeCell({ count }: { readonly count: StockCount }) {
  const { free, total, reserved, obtainable } = count;
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <FreeCount free={free} total={total} />
      {reserved !== undefined && reserved > 0n && (
        <div className={styles['second']}>
          {t('addresses.reserved', { count: countText(reserved, language) })}
        </div>
      )}
      {obtainable !== undefined && (
        <div className={styles['second']}>
          {t('addresses.obtainable', { count: countText(obtainable, language) })}
        </div>
      )}
    </>
  );
}
