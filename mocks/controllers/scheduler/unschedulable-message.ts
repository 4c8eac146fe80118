import type { Refusal } from './filter-nodes.ts';

/**
 * The text of a FailedScheduling event, in the words of kube-scheduler: how many nodes refuse for each reason, and what
 * preemption came to. Simulated Pods all have the same priority, so there is never a victim.
 * Source: `FitError.Error` of k8s.io/kubernetes/pkg/scheduler/framework and the plugin DefaultPreemption.
 *
 * @param refusals one for each node of the cluster
 */
export function unschedulableMessage(
  refusals: readonly Refusal[],
  preemptionPolicy: string | undefined,
): string {
  if (refusals.length === 0) return 'no nodes available to schedule pods';
  const head = `0/${refusals.length} nodes are available:`;
  const fit = `${head} ${histogram(refusals.flatMap(({ reasons }) => reasons))}.`;
  if (preemptionPolicy === 'Never') return `${fit} preemption: not eligible due to preemptionPolicy=Never.`;
  const outcomes = refusals.map(({ resolvable }) =>
    resolvable ? 'No preemption victims found for incoming pod' : 'Preemption is not helpful for scheduling',
  );
  return `${fit} preemption: ${head} ${histogram(outcomes)}.`;
}

/** `1 Insufficient cpu, 2 node(s) were unschedulable`, sorted as text. */
function histogram(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => `${count} ${reason}`)
    .sort()
    .join(', ');
}
