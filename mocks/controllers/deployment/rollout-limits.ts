import type { Deployment } from '../kinds.ts';
import { scaledValue } from '../workload/int-or-percent.ts';

/** How far a rollout may leave the desired number of Pods, in Pods. */
export interface RolloutLimits {
  /** More Pods than desired. */
  maxSurge: number;
  /** Fewer available Pods than desired. */
  maxUnavailable: number;
}

const DEFAULT = '25%';

/** `spec.replicas` with Kubernetes' default. */
export function desiredReplicas({ spec }: { readonly spec: { readonly replicas?: number } }): number {
  return spec.replicas ?? 1;
}

/** Whether the strategy is RollingUpdate, which is the default. */
export function isRollingUpdate({ spec }: Deployment): boolean {
  return (spec.strategy?.type ?? 'RollingUpdate') === 'RollingUpdate';
}

/**
 * The limits of a Deployment: `maxSurge` rounds up, `maxUnavailable` rounds down, and when both come to nothing one Pod
 * may be unavailable, or no rollout could ever move.
 * Source: `ResolveFenceposts`, `MaxSurge`, `MaxUnavailable` of k8s.io/kubernetes/pkg/controller/deployment/util.
 */
export function rolloutLimits(deployment: Deployment): RolloutLimits {
  if (!isRollingUpdate(deployment)) return { maxSurge: 0, maxUnavailable: 0 };
  const replicas = desiredReplicas(deployment);
  const { maxSurge = DEFAULT, maxUnavailable = DEFAULT } = deployment.spec.strategy?.rollingUpdate ?? {};
  const surge = scaledValue(maxSurge, replicas, 'up');
  const unavailable = scaledValue(maxUnavailable, replicas, 'down');
  const atLeastOne = surge === 0 && unavailable === 0 ? 1 : unavailable;
  return { maxSurge: surge, maxUnavailable: Math.min(replicas, atLeastOne) };
}
