import type { BarParts } from '../../../domain/capacity/bar-parts.ts';
import styles from './CapacityParts.module.css';

/** The parts in their order along the bar. What a fixed pool has not stands behind it, what a subnet or pool has not at the end. */
const order = ['others', 'held', 'now', 'rollout', 'beyondPool', 'spare', 'free', 'lacking'] as const;

/** The addresses as one bar. A part that is there is seen, however small; the legend beneath says what each one is. */
export function CapacityBar({ parts }: { readonly parts: BarParts }) {
  const drawn = withoutLacking(parts);
  const shown = order.filter((part) => drawn[part] > 0n);
  const whole = parts.total + parts.beyondPool + parts.lacking;
  return (
    <div className={styles.bar} aria-hidden>
      {shown.map((part) => (
        <span key={part} data-part={part} style={{ flexGrow: share(drawn[part], whole) }} />
      ))}
    </div>
  );
}

/** What is lacking is drawn once: the last that is needed goes without. */
function withoutLacking(parts: BarParts): BarParts {
  let { lacking } = parts;
  const there = (count: bigint) => {
    const cut = count < lacking ? count : lacking;
    lacking -= cut;
    return count - cut;
  };
  const spare = there(parts.spare);
  const rollout = there(parts.rollout);
  return { ...parts, spare, rollout, now: there(parts.now) };
}

/** Thousandths: enough for a bar, and exact for counts beyond what a number holds. */
function share(count: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((count * 1000n) / whole);
}
