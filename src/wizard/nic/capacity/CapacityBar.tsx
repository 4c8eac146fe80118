import type { BarParts } from '../../../domain/capacity/bar-parts.ts';
import styles from './CapacityParts.module.css';

/** The parts in their order along the bar. What a fixed pool has not stands behind it, what a subnet or pool has not at the end. */
const order = ['others', 'held', 'now', 'rollout', 'beyondPool', 'spare', 'free', 'lacking'] as const;

/** The addresses as one bar. A part that is there is seen, however small; the legend beneath says what each one is. */
export function CapacityBar({ parts }: { readonly parts: BarParts }) {
  const shown = order.filter((part) => parts[part] > 0n);
  const whole = parts.total + parts.beyondPool + parts.lacking;
  return (
    <div className={styles.bar} aria-hidden>
      {shown.map((part) => (
        <span key={part} data-part={part} style={{ flexGrow: share(parts[part], whole) }} />
      ))}
    </div>
  );
}

/** Thousandths: enough for a bar, and exact for counts beyond what a number holds. */
function share(count: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((count * 1000n) / whole);
}
