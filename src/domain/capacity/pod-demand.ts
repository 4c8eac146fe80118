import { rolloutOf } from '../workload/rollout.ts';
import type { Rollout } from '../workload/rollout.ts';
import type { CapacityAsker } from './asker.ts';
import { replicaCount } from './needed-addresses.ts';

/** How many Pods want an address at the same time: each wants one on every NIC, for each family of the NIC. */
export interface PodDemand extends Rollout {
  readonly replicas: number;
}

/**
 * The Pods of a Deployment, and of its rolling update at the most (domain reference 5.2). Neither the old Pods nor the
 * new ones are ever more than the replicas, so that a larger surge starts no more Pods than that.
 * @returns `undefined` while a number is being typed
 */
export function podDemandOf({ replicas, upgrade }: CapacityAsker): PodDemand | undefined {
  const pods = replicaCount(replicas);
  const rollout = pods === undefined ? undefined : rolloutOf(pods, upgrade);
  if (pods === undefined || rollout === undefined || !rollout.ok) return undefined;
  const surge = Math.min(rollout.value.surge, pods);
  return { replicas: pods, surge, unavailable: rollout.value.unavailable, peak: pods + surge };
}
