import type { BarParts } from '../../../domain/capacity/bar-parts.ts';
import { useLanguage, useText } from '../../../i18n/useText.ts';
import { countText } from '../../../ui/stock/count-text.ts';
import styles from './CapacityParts.module.css';

interface CapacityLegendProps {
  readonly parts: BarParts;
  /** What is free is so at most. */
  readonly upperBound: boolean;
}

/** What the parts of the bar are, in words and numbers. */
export function CapacityLegend({ parts, upperBound }: CapacityLegendProps) {
  const t = useText();
  const language = useLanguage();
  const count = (part: keyof BarParts) => countText(parts[part], language);
  const shown = (['others', 'held', 'now', 'rollout', 'spare'] as const).filter((part) => parts[part] > 0n);
  return (
    <p className={styles.legend}>
      {shown.map((part) => (
        <span key={part} data-part={part}>
          {t(`capacity.part.${part}`, { number: count(part) })}
        </span>
      ))}
      <span data-part="free">
        {t(upperBound ? 'capacity.part.freeAtMost' : 'capacity.part.free', {
          number: count('free'),
          total: count('total'),
        })}
      </span>
      {(['beyondPool', 'lacking'] as const)
        .filter((part) => parts[part] > 0n)
        .map((part) => (
          <span key={part} data-part={part}>
            {t(`capacity.part.${part}`, { number: count(part) })}
          </span>
        ))}
    </p>
  );
}
