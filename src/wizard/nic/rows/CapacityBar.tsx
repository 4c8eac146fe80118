import type { AddressFamily } from '../../../domain/ip/address.ts';
import { familyName } from '../../../domain/spiderpool/reason.ts';
import { useLanguage, useText } from '../../../i18n/useText.ts';
import { countText } from '../../../ui/stock/count-text.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { capacityOf, type Capacity } from './capacity.ts';
import styles from './CapacityBar.module.css';

interface CapacityBarProps {
  readonly nic: NicView;
  readonly family: AddressFamily;
}

/** How far the addresses go: in use, this workload, more while rolling out, left. The bar is for the eye; the words say it all. */
export function CapacityBar({ nic, family }: CapacityBarProps) {
  const t = useText();
  const language = useLanguage();
  const { network, workload } = useNicScope();
  const capacity = capacityOf(nic, family, network, workload.replicas, workload.upgrade);
  if (capacity === undefined) return undefined;
  const text = (count: bigint) => countText(count, language);
  const { inUse, mine, rollout, left } = capacity;
  return (
    <div className={styles.capacity}>
      <div className={styles.bar} aria-hidden>
        {partsOf(capacity).map(({ kind, percent }) => (
          <span key={kind} data-kind={kind} style={{ width: `${percent}%` }} />
        ))}
      </div>
      <p className={styles.legend}>
        <span>{familyName(family)}</span>
        <span data-kind="inUse">{t('capacity.inUse', { count: text(inUse) })}</span>
        <span data-kind="mine">{t('capacity.mine', { count: text(mine) })}</span>
        {rollout > 0n && <span data-kind="rollout">{t('capacity.rollout', { count: text(rollout) })}</span>}
        {left < 0n ? (
          <strong className={styles.short}>{t('capacity.short', { count: text(-left) })}</strong>
        ) : (
          <span data-kind="left">{t('capacity.left', { count: text(left) })}</span>
        )}
      </p>
    </div>
  );
}

/** Percent of the whole; what is short is cut off at the end of the bar. */
function partsOf({ total, inUse, mine, rollout }: Capacity) {
  let rest = 100;
  return (
    [
      ['inUse', inUse],
      ['mine', mine],
      ['rollout', rollout],
    ] as const
  ).map(([kind, count]) => {
    const share = total <= 0n ? 100 : Number((count * 1000n) / total) / 10;
    const percent = Math.min(rest, share);
    rest -= percent;
    return { kind, percent };
  });
}
