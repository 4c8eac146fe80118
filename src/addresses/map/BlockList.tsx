import { formatRange } from '../../domain/ip/range.ts';
import { useLanguage, useText } from '../../i18n/useText.ts';
import { countText } from '../../ui/stock/count-text.ts';
import { MonoText } from '../../ui/MonoText.tsx';
import styles from './RangeMapView.module.css';
import type { RangeMapViewProps } from './RangeMapView.tsx';
import { StateMark } from './StateMark.tsx';

/** More blocks than this are counted, not listed. */
const listed = 100;

/** The blocks of a range that is too large for cells: one line for each run of one state, in order. */
export function BlockList({ map, describe }: Pick<RangeMapViewProps, 'map' | 'describe'>) {
  const t = useText();
  const language = useLanguage();
  const more = map.blocks.length - listed;
  return (
    <>
      <p className={styles['second']}>{t('map.blocks')}</p>
      <ol className={styles['blocks']} aria-label={t('map.title')}>
        {map.blocks.slice(0, listed).map(({ first, last, state }) => {
          const amount = last - first + 1n;
          return (
            <li key={String(first)}>
              <StateMark state={state} />
              <MonoText>{formatRange(map.family, { first, last })}</MonoText>
              <span>
                {t('map.count', {
                  count: amount === 1n ? 1 : 2,
                  amount: countText(amount, language),
                })}
              </span>
              <span>{amount === 1n ? describe(first) : t(`cell.${state}`)}</span>
            </li>
          );
        })}
      </ol>
      {more > 0 && <p className={styles['second']}>{t('map.blocks.more', { count: more })}</p>}
    </>
  );
}
