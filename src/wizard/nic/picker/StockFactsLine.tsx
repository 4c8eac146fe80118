import type { PoolProblem } from '../../../domain/spiderpool/pool.ts';
import { useText } from '../../../i18n/useText.ts';
import { MonoText } from '../../../ui/MonoText.tsx';
import styles from './StockFactsLine.module.css';

interface StockFactsLineProps {
  readonly cidr: string;
  readonly gateway: string | undefined;
  readonly ranges: readonly string[];
  readonly problems: readonly PoolProblem[];
}

const shownRanges = 6;

/** Network, gateway and addresses of a pool or subnet, and what of the object could not be read. */
export function StockFactsLine({ cidr, gateway, ranges, problems }: StockFactsLineProps) {
  const t = useText();
  const more = ranges.length - shownRanges;
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t('stock.cidr')}</dt>
          <dd>
            <MonoText>{cidr}</MonoText>
          </dd>
        </div>
        <div>
          <dt>{t('stock.gateway')}</dt>
          <dd>{gateway === undefined ? t('word.none') : <MonoText>{gateway}</MonoText>}</dd>
        </div>
        <div>
          <dt>{t('stock.addresses')}</dt>
          <dd>
            <MonoText>{ranges.slice(0, shownRanges).join(', ')}</MonoText>{' '}
            {more > 0 && t('stock.more', { count: more })}
          </dd>
        </div>
      </dl>
      {problems.map((problem) => (
        <p key={`${problem.code} ${'text' in problem ? problem.text : ''}`} className={styles.problem}>
          {t(`problem.${problem.code}`, { text: 'text' in problem ? problem.text : '' })}
        </p>
      ))}
    </>
  );
}
