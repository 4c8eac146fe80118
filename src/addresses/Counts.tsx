import type { RangeMap } from '../domain/spiderpool/range-map.ts';
import { RECORD_LIMIT } from '../domain/spiderpool/record-limit.ts';
import { counterDisagreements, type StockDetails } from '../domain/spiderpool/stock-details.ts';
import { useLanguage, useText } from '../i18n/useText.ts';
import { countText } from '../ui/stock/count-text.ts';
import styles from './Counts.module.css';

interface CountsProps {
  readonly counts: RangeMap['counts'];
  readonly of: 'pool' | 'subnet';
  readonly details: StockDetails;
  /** What the records of the object say, those outside of its ranges included. */
  readonly recorded: bigint;
  /** Reserved addresses are known. */
  readonly reservedKnown: boolean;
  /** Held addresses outside of the ranges. */
  readonly stray: number;
  /** Of the free ones those that Spiderpool will hand out; absent where that is all of them. */
  readonly obtainable?: bigint | undefined;
}

/** The arithmetic of a pool or subnet: total − taken − reserved = free. */
export function Counts({ counts, of, details, recorded, reservedKnown, stray, obtainable }: CountsProps) {
  const t = useText();
  const language = useLanguage();
  const taken = of === 'pool' ? counts.used : counts.used + counts.handedOut;
  const total = taken + counts.reserved + counts.free;
  const parts = [
    { sign: '', key: 'total', count: total },
    { sign: '−', key: of === 'pool' ? 'used' : 'handedOut', count: taken },
    ...(reservedKnown ? [{ sign: '−', key: 'reserved', count: counts.reserved } as const] : []),
    { sign: '=', key: reservedKnown ? 'free' : 'freeAtMost', count: counts.free },
  ] as const;
  const disagreements = counterDisagreements(details, { total, allocated: recorded });
  return (
    <>
      <ul className={styles['sum']}>
        {parts.map(({ sign, key, count }) => (
          <li key={key}>
            {sign !== '' && <span className={styles['sign']}>{sign}</span>}
            <span className={styles['part']}>
              <strong>{countText(count, language)}</strong>
              <span className={styles['word']}>{t(`counts.${key}`)}</span>
            </span>
          </li>
        ))}
      </ul>
      {obtainable !== undefined && (
        <p className={styles['note']}>
          {t('counts.obtainable', {
            limit: countText(BigInt(RECORD_LIMIT), language),
            count: countText(obtainable, language),
          })}
        </p>
      )}
      {stray > 0 && <p className={styles['note']}>{t('counts.stray', { count: stray })}</p>}
      {disagreements.map(({ counter, said, counted }) => (
        <p key={counter} className={styles['note']}>
          {t(`counts.disagree.${counter}`, { said, counted: countText(counted, language) })}
        </p>
      ))}
    </>
  );
}
