import { barParts } from '../../../domain/capacity/bar-parts.ts';
import type { CapacityForecast } from '../../../domain/capacity/forecast.ts';
import { listedNames } from '../../../domain/listed-names.ts';
import { familyName } from '../../../domain/spiderpool/reason.ts';
import { useText } from '../../../i18n/useText.ts';
import { Note } from '../Note.tsx';
import { CapacityArithmetic } from './CapacityArithmetic.tsx';
import { CapacityBar } from './CapacityBar.tsx';
import styles from './CapacityForecastBlock.module.css';
import { CapacityLegend } from './CapacityLegend.tsx';
import { CapacityVerdictLine } from './CapacityVerdictLine.tsx';

/** One NIC and family: the bar is for the eye, the words say it all. */
export function CapacityForecastBlock({ forecast }: { readonly forecast: CapacityForecast }) {
  const t = useText();
  const { supply } = forecast;
  // Without a pool there is nothing to count: a bar of 0 addresses would not say why.
  const shutOut = supply?.kind === 'pools' && supply.shares.length === 0 ? supply.shutOut : [];
  const parts = barParts(forecast);
  return (
    <div className={styles.block}>
      <span className={styles.family}>{familyName(forecast.family)}</span>
      <div className={styles.body}>
        {shutOut.length > 0 ? (
          <Note tone="quiet">{t('capacity.noneServes', { pools: listedNames(shutOut) })}</Note>
        ) : (
          <>
            {parts !== undefined && (
              <>
                <CapacityBar parts={parts} />
                <CapacityLegend parts={parts} upperBound={forecast.upperBound} />
              </>
            )}
            <CapacityVerdictLine forecast={forecast} />
            <CapacityArithmetic forecast={forecast} />
          </>
        )}
      </div>
    </div>
  );
}
