import type { Knowledge } from '../../domain/cluster-view.ts';
import type { RangeMap } from '../../domain/spiderpool/range-map.ts';
import { useLanguage, useText } from '../../i18n/useText.ts';
import { countText } from '../../ui/stock/count-text.ts';
import styles from '../cells.module.css';

interface HeldNoteProps {
  readonly counts: RangeMap['counts'];
  /** What is known of the pools. */
  readonly pools: Knowledge<unknown>['state'];
}

/** How much of what a subnet has handed out Pods really hold. */
export function HeldNote({ counts: { used, handedOut }, pools }: HeldNoteProps) {
  const t = useText();
  const language = useLanguage();
  if (used + handedOut === 0n || pools === 'loading') return null;
  if (pools !== 'known') return <p className={styles['problem']}>{t('counts.unreadHeld')}</p>;
  return (
    <p className={styles['second']}>
      {t('counts.heldOfHandedOut', {
        used: countText(used, language),
        handedOut: countText(used + handedOut, language),
      })}
    </p>
  );
}
