import type { Cluster } from '../cluster.ts';
import type { ControllerContext } from '../controller-context.ts';

/**
 * The part of the cluster that kubelets work with. The stand-in for kubelets of a real control plane
 * (`e2e/cluster/standin`) gives it from a real API server.
 */
export interface KubeletContext extends Pick<
  ControllerContext,
  'clock' | 'network' | 'events' | 'random' | 'watch' | 'queue' | 'after'
> {
  cluster: Pick<Cluster, 'get' | 'list' | 'modify' | 'modifyStatus' | 'delete'>;
}
