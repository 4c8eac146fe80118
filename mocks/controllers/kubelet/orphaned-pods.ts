import type { ControllerContext } from '../controller-context.ts';
import { ORPHANED_POD_QUARANTINE } from '../timing.ts';

/**
 * Removes Pods whose node is gone, when it has been gone for a while.
 * Source: `gcOrphaned` of k8s.io/kubernetes/pkg/controller/podgc.
 */
export function startOrphanedPodRemoval(context: ControllerContext): void {
  const { cluster } = context;

  const queue = context.queue((node) => {
    if (cluster.get('v1/nodes', undefined, node) !== undefined) return;
    for (const pod of cluster.list('v1/pods')) {
      if (pod.spec.nodeName === node) cluster.delete('v1/pods', pod, { gracePeriodSeconds: 0 });
    }
  });

  context.watch('v1/nodes', ({ type, object }) => {
    if (type === 'DELETED') queue.addAfter(object.metadata.name, ORPHANED_POD_QUARANTINE);
  });
}
