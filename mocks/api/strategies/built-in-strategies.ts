import type { ResourceName } from '../../store/store.ts';
import type { Strategy } from '../strategy.ts';
import {
  autoscalerStrategy,
  claimStrategy,
  configMapStrategy,
  eventStrategy,
  namespaceStrategy,
  nodeStrategy,
  secretStrategy,
} from './configuration.ts';
import { deploymentStrategy, replicaSetStrategy } from './deployment.ts';
import { cronJobStrategy, jobStrategy } from './jobs.ts';
import { podStrategy } from './pod.ts';
import type { ServiceNetwork } from './service-addresses.ts';
import { createServiceStrategy } from './service.ts';
import { daemonSetStrategy, statefulSetStrategy } from './sets.ts';

/** The rules of Kubernetes' own resources. A resource that is not here has no rules but its schema. */
export function builtInStrategies(network?: ServiceNetwork): ReadonlyMap<ResourceName, Strategy> {
  return new Map([
    ['apps/v1/daemonsets', daemonSetStrategy],
    ['apps/v1/deployments', deploymentStrategy],
    ['apps/v1/replicasets', replicaSetStrategy],
    ['apps/v1/statefulsets', statefulSetStrategy],
    ['autoscaling/v2/horizontalpodautoscalers', autoscalerStrategy],
    ['batch/v1/cronjobs', cronJobStrategy],
    ['batch/v1/jobs', jobStrategy],
    ['v1/configmaps', configMapStrategy],
    ['v1/events', eventStrategy],
    ['v1/namespaces', namespaceStrategy],
    ['v1/nodes', nodeStrategy],
    ['v1/persistentvolumeclaims', claimStrategy],
    ['v1/pods', podStrategy],
    ['v1/secrets', secretStrategy],
    ['v1/services', createServiceStrategy(network)],
  ]);
}
