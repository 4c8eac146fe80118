import { useLanguage, useText } from '../../i18n/useText.ts';
import { countText } from './count-text.ts';
import styles from './FreeCount.module.css';

/** "12 free of 50", with a small bar of what is taken. */
export function FreeCount({ free, total }: { readonly free: bigint; readonly total: bigint }) {
  const t = useText();
  const language = useLanguage();
  return (
    <span className={styles.count}>
      <span className={styles.bar} aria-hidden>
        <span style={{ width: `${takenPercent(free, total)}%` }} data-full={free === 0n || undefined} />
      </span>
      {t('count.freeOf', { free: countText(free, language), total: countText(total, language) })}
    </span>
  );
}

/** Whole percent, at least 1 where anything is taken. */
export function takenPercent(free: bigint, total: bigint): number {
  if (total <= 0n || free >= total) return 0;
  return Math.max(1, Number(((total - free) * 100n) / total));
}
