import { CheckCircleFilled } from '@ant-design/icons';
import type { CapacityForecast } from '../../../domain/capacity/forecast.ts';
import { conditionalPools } from '../../../domain/capacity/outlook.ts';
import { useLanguage, useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';
import { arithmeticLines } from './arithmetic-lines.ts';
import styles from './CapacityArithmetic.module.css';

/** The sum behind the verdict, for who wants to check it. A verdict that is well is said here: there is no more to it. */
export function CapacityArithmetic({ forecast }: { readonly forecast: CapacityForecast }) {
  const t = useText();
  const language = useLanguage();
  const { asker, view } = useNicScope();
  const lines = arithmeticLines(forecast, asker.upgrade, view.autoscalers, { t, language });
  return (
    <details className={styles.arithmetic}>
      <summary>
        {forecast.verdict.kind === 'fits' && <Fits forecast={forecast} />}
        {t('capacity.arithmetic')}
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/** Green only where it holds for every Pod, wherever it lands. */
function Fits({ forecast: { supply, demand } }: { readonly forecast: CapacityForecast }) {
  const t = useText();
  const pools = supply?.kind === 'pools' ? conditionalPools(supply, demand) : [];
  if (pools.length > 0) return <>{t('capacity.fitsUnder', { pools: pools.join(', ') })} · </>;
  return (
    <span className={styles.fits}>
      <CheckCircleFilled aria-hidden /> {t('capacity.fits')} ·{' '}
    </span>
  );
}
