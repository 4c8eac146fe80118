import type { SubnetReason } from '../../../domain/spiderpool/subnet-eligibility.ts';
import { useText } from '../../../i18n/useText.ts';

/** The reasons of subnets in words, and what would make each work. */
export function useSubnetWords(): {
  readonly reason: (reason: SubnetReason) => string;
  readonly remedy: (reason: SubnetReason) => string;
} {
  const t = useText();
  return {
    reason: ({ code, params }) => t(`reason.${code}`, params),
    remedy: ({ code, params }) => t(`remedy.${code}`, params),
  };
}
