import { worstOf, type ListState } from '../../cluster/list-state.ts';

/**
 * What is known of the NICs that a workload's Pods have, which Pods and SpiderEndpoints tell together. Where there are no
 * SpiderEndpoints (a cluster without Spiderpool), Pods alone tell all there is.
 */
export function nicsState(pods: ListState, endpoints: ListState): ListState {
  return endpoints.phase === 'absent' ? pods : worstOf(pods, endpoints);
}
