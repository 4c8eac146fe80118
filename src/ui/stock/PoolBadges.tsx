import { poolClasses } from '../../domain/spiderpool/pool-class.ts';
import type { Pool } from '../../domain/spiderpool/pool.ts';
import { useText } from '../../i18n/useText.ts';
import { Badge } from '../Badge.tsx';
import { badgeDetail } from './pool-words.ts';

/** Whom a pool is for: one badge for each of its classes, all of which must hold together. */
export function PoolBadges({ pool }: { readonly pool: Pool }) {
  const t = useText();
  return poolClasses(pool).map((poolClass) => (
    <Badge key={poolClass}>{t(`badge.${poolClass}`, { detail: badgeDetail(pool, poolClass) })}</Badge>
  ));
}
