import type { PoolExplanation } from '../../../domain/spiderpool/eligibility.ts';
import type { PoolReason } from '../../../domain/spiderpool/pool-rules.ts';
import { poolReasonParams } from '../../../domain/spiderpool/reason-params.ts';
import { useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';

export interface PoolWords {
  /** Why the pool will not work, or under which condition. */
  readonly reason: (explained: PoolExplanation, reason: PoolReason) => string;
  /** What would make it work. */
  readonly remedy: (explained: PoolExplanation, reason: PoolReason) => string;
}

/** The reasons of pools in words. */
export function usePoolWords(): PoolWords {
  const t = useText();
  const { pod } = useNicScope();
  const params = ({ pool }: PoolExplanation, reason: PoolReason) => poolReasonParams(pool, reason, pod);
  return {
    reason: (explained, reason) => t(`reason.${reason.code}`, params(explained, reason)),
    remedy: (explained, reason) => t(`remedy.${reason.code}`, params(explained, reason)),
  };
}
