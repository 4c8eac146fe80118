import { useLanguage, useText } from '../i18n/useText.ts';
import { countText } from '../ui/stock/count-text.ts';
import { FreeCount } from '../ui/stock/FreeCount.tsx';
import styles from './cells.module.css';
import type { StockCount } from './stock-count.ts';

/** "46 free of 50", and how many of the rest are reserved. */
export function FreeCell({ count: { free, total, reserved } }: { readonly count: StockCount }) {
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
    </>
  );
}
