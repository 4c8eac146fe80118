import { failed, parsed, type Parsed } from '../parsed.ts';
import type { UpgradeDraft } from './draft.ts';

/** A number of Pods, or a share of the replicas. */
export type CountOrPercent =
  { readonly kind: 'count'; readonly value: number } | { readonly kind: 'percent'; readonly value: number };

/** Reads `3` or `25%` (`intstr.IntOrString`). No sign, no fraction. */
export function parseCountOrPercent(text: string): Parsed<CountOrPercent, 'syntax'> {
  const [, digits, percent] = /^(0|[1-9]\d{0,9})(%?)$/.exec(text) ?? [];
  if (digits === undefined) return failed('syntax');
  return parsed({ kind: percent === '%' ? 'percent' : 'count', value: Number(digits) });
}

/** What a rolling update does, in Pods. */
export interface Rollout {
  /** Pods above the replicas, at most. */
  readonly surge: number;
  /** Pods below the replicas, at most. */
  readonly unavailable: number;
  /** Pods at the same time, at most: each holds an address on every NIC. */
  readonly peak: number;
}

type Strategy = Pick<UpgradeDraft, 'strategy' | 'maxSurge' | 'maxUnavailable'>;

const usual = '25%';

/**
 * The arithmetic of the Deployment controller (`ResolveFenceposts`): a percentage of the surge is rounded up, one of the
 * unavailable Pods down; where both come to zero one Pod may be unavailable. Recreate ends every Pod first.
 * @param replicas Pods wanted
 * @returns an error for a number that is neither a count nor a percentage
 */
export function rolloutOf(replicas: number, strategy: Strategy): Parsed<Rollout, 'syntax'> {
  if (strategy.strategy === 'Recreate') return parsed({ surge: 0, unavailable: replicas, peak: replicas });
  const maxSurge = parseCountOrPercent(strategy.maxSurge || usual);
  const maxUnavailable = parseCountOrPercent(strategy.maxUnavailable || usual);
  if (!maxSurge.ok || !maxUnavailable.ok) return failed('syntax');
  const surge = resolve(maxSurge.value, replicas, Math.ceil);
  const resolved = resolve(maxUnavailable.value, replicas, Math.floor);
  const unavailable = surge === 0 && resolved === 0 ? 1 : Math.min(resolved, replicas);
  return parsed({ surge, unavailable, peak: replicas + surge });
}

function resolve(
  { kind, value }: CountOrPercent,
  replicas: number,
  round: (share: number) => number,
): number {
  return kind === 'count' ? value : round((value * replicas) / 100);
}
