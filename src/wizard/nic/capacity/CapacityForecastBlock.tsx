import { barParts } from '../../../domain/capacity/bar-parts.ts';
import type { CapacityForecast } from '../../../domain/capacity/forecast.ts';
import { familyName } from '../../../domain/spiderpool/reason.ts';
import { CapacityArithmetic } from './CapacityArithmetic.tsx';
import { CapacityBar } from './CapacityBar.tsx';
import styles from './CapacityForecastBlock.module.css';
import { CapacityLegend } from './CapacityLegend.tsx';
import { CapacityVerdictLine } from './CapacityVerdictLine.tsx';

/** One NIC and family: the bar is for the eye, the words say it all. */
export function CapacityForecastBlock({ forecast }: { readonly forecast: CapacityForecast }) {
  const parts = barParts(forecast);
  return (
    <div className={styles.block}>
      <span className={styles.family}>{familyName(forecast.family)}</span>
      <div className={styles.body}>
        {parts !== undefined && (
          <>
            <CapacityBar parts={parts} />
            <CapacityLegend parts={parts} upperBound={forecast.upperBound} />
          </>
        )}
        <CapacityVerdictLine forecast={forecast} />
        <CapacityArithmetic forecast={forecast} />
      </div>
    </div>
  );
}
