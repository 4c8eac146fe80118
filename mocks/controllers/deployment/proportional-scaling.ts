import type { Scale } from './rolling-update.ts';

/** One active ReplicaSet of a Deployment that is scaled in the middle of a rollout. */
export interface SizedSet {
  name: string;
  /** `spec.replicas`, more than 0. */
  desired: number;
  /** What the Deployment allowed when this size was set (annotation `max-replicas`); 0 when unknown. */
  maxBefore: number;
  /** Milliseconds since 1970. */
  created: number;
}

export interface Rescale {
  /** `spec.replicas` of the Deployment now. */
  replicas: number;
  maxSurge: number;
  /** `status.replicas` of the Deployment. */
  currentReplicas: number;
}

/**
 * Spreads a change of `replicas` over all active ReplicaSets, larger ones first, each by its share, so that scaling does
 * not hasten a rollout. What rounding leaves over goes to the largest.
 * Source: `scale` of k8s.io/kubernetes/pkg/controller/deployment, `GetReplicaSetProportion`.
 */
export function proportionalSizes(sets: readonly SizedSet[], rescale: Rescale): Scale[] {
  const allowed = rescale.replicas > 0 ? rescale.replicas + rescale.maxSurge : 0;
  const change = allowed - sets.reduce((sum, { desired }) => sum + desired, 0);
  if (change === 0) return sets.map(({ name, desired }) => ({ name, to: desired }));

  const newestFirst = change > 0 ? 1 : -1;
  const ordered = [...sets].sort(
    (a, b) => b.desired - a.desired || newestFirst * (b.created - a.created) || (a.name < b.name ? -1 : 1),
  );
  let changed = 0;
  const scales = ordered.map((set) => {
    const share = shareOf(set, rescale, change - changed, change);
    changed += share;
    return { name: set.name, to: set.desired + share };
  });
  const [largest] = scales;
  if (largest !== undefined) largest.to = Math.max(0, largest.to + change - changed);
  return scales;
}

function shareOf(set: SizedSet, rescale: Rescale, left: number, change: number): number {
  if (left === 0) return 0;
  const wanted = fractionOf(set, rescale);
  return change > 0 ? Math.min(wanted, left) : Math.max(wanted, left);
}

/** Source: `getReplicaSetFraction`. */
function fractionOf({ desired, maxBefore }: SizedSet, rescale: Rescale): number {
  if (rescale.replicas === 0) return -desired;
  const before = maxBefore || rescale.currentReplicas;
  if (before === 0) return 0;
  return Math.round((desired * (rescale.replicas + rescale.maxSurge)) / before) - desired;
}
