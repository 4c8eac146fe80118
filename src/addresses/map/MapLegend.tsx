import { cellStates, type RangeMap } from '../../domain/spiderpool/range-map.ts';
import { useLanguage, useText } from '../../i18n/useText.ts';
import { countText } from '../../ui/stock/count-text.ts';
import styles from './RangeMapView.module.css';
import { StateMark } from './StateMark.tsx';

/** Each state that the map has, with its mark and its count. */
export function MapLegend({ counts }: { readonly counts: RangeMap['counts'] }) {
  const t = useText();
  const language = useLanguage();
  const shown = cellStates.filter((state) => counts[state] > 0n);
  return (
    <ul className={styles['legend']} aria-label={t('map.legend')}>
      {shown.map((state) => (
        <li key={state}>
          <StateMark state={state} />
          {countText(counts[state], language)} {t(`cell.${state}`)}
        </li>
      ))}
    </ul>
  );
}
