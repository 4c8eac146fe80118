import { forbidden } from '../../store/status-errors.ts';
import type { NewKubeObject } from '../../store/store.ts';
import type { ControllerContext } from '../controller-context.ts';

/** The most Pods that a controller creates or deletes in one step. Source: `BurstReplicas`, `MaxPodCreateDeletePerSync`. */
export const POD_BURST = 500;

/**
 * Creates a Pod for a controller.
 * @throws StatusError when it is refused; in a full cluster in the words of a ResourceQuota
 */
export function createPod({ api, cluster, mostPods }: ControllerContext, pod: NewKubeObject): void {
  const count = cluster.count('v1/pods');
  if (count >= mostPods) {
    const used = `used: pods=${count}, limited: pods=${mostPods}`;
    throw forbidden(
      'v1/pods',
      pod.metadata.name ?? '',
      `exceeded quota: simulation, requested: pods=1, ${used}`,
    );
  }
  api.create('v1/pods', pod);
}
