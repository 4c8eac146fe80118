import type { Taint, Toleration } from 'kubernetes-types/core/v1';
import type { Immutable } from '../kinds.ts';

type Tolerations = Immutable<Toleration[]> | undefined;

/** Source: `ToleratesTaint` of k8s.io/api/core/v1. An absent key tolerates every key, an absent effect every effect. */
export function tolerates(toleration: Immutable<Toleration>, taint: Immutable<Taint>): boolean {
  const { key, operator = 'Equal', value = '', effect } = toleration;
  if (effect && effect !== taint.effect) return false;
  if (key && key !== taint.key) return false;
  return operator === 'Exists' || (operator === 'Equal' && value === (taint.value ?? ''));
}

/** The first taint with one of the effects that no toleration tolerates. */
export function untoleratedTaint(
  taints: Immutable<Taint[]> | undefined,
  tolerations: Tolerations,
  effects: readonly string[],
): Immutable<Taint> | undefined {
  return taints?.find(
    (taint) =>
      effects.includes(taint.effect) &&
      !(tolerations ?? []).some((toleration) => tolerates(toleration, taint)),
  );
}

/** How many `PreferNoSchedule` taints are not tolerated: the fewer, the better the node. */
export function untoleratedPreferences(
  taints: Immutable<Taint[]> | undefined,
  tolerations: Tolerations,
): number {
  return (taints ?? []).filter(
    (taint) =>
      taint.effect === 'PreferNoSchedule' &&
      !(tolerations ?? []).some((toleration) => tolerates(toleration, taint)),
  ).length;
}
