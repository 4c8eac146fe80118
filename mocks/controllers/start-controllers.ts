import type { Clock } from '../clock.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import { createControllerContext } from './controller-context.ts';
import type { AdmittedWriter } from './controller-context.ts';
import { createDefaultNetwork } from './default-network.ts';
import { startDaemonSetController } from './daemonset/daemonset-controller.ts';
import { startDeploymentController } from './deployment/deployment-controller.ts';
import { startEndpointsController } from './endpoints/endpoints-controller.ts';
import { startEventExpiry } from './events/event-expiry.ts';
import { startGarbageCollector } from './garbage/garbage-collector.ts';
import { startNamespaceController } from './garbage/namespace-controller.ts';
import { startCronJobController } from './job/cronjob-controller.ts';
import { startJobController } from './job/job-controller.ts';
import { startKubelet } from './kubelet/kubelet.ts';
import { startOrphanedPodRemoval } from './kubelet/orphaned-pods.ts';
import type { PodNetwork } from './pod-network.ts';
import { startReplicaSetController } from './replicaset/replicaset-controller.ts';
import { startStatefulSetController } from './statefulset/statefulset-controller.ts';
import { startScheduler } from './scheduler/scheduler.ts';

/**
 * In the order in which they hear of a change. ReplicaSets come before Deployments: the Pods of one step of a rollout
 * are created and deleted before the next step is planned.
 */
const CONTROLLERS = [
  startReplicaSetController,
  startDeploymentController,
  startStatefulSetController,
  startDaemonSetController,
  startCronJobController,
  startJobController,
  startScheduler,
  startKubelet,
  startOrphanedPodRemoval,
  startEndpointsController,
  startGarbageCollector,
  startNamespaceController,
  startEventExpiry,
];

export interface ControllersContext {
  store: MemoryStore;
  /** Creates objects as a client would: with defaults, validation and webhooks. */
  api: AdmittedWriter;
  clock: Clock;
  /** Default: one address from a block of the node, without Multus. */
  network?: PodNetwork;
  /** The same seed gives the same names. Default 1. */
  seed?: number;
  /** Beyond so many Pods controllers are refused more, as by a ResourceQuota. Default 2,000. */
  mostPods?: number;
  /** Receives mistakes of the controllers themselves. Default: they are printed. */
  report?: (error: unknown) => void;
}

/**
 * Starts everything that acts in the cluster by itself: workload controllers, scheduler, kubelets, endpoints, garbage
 * collection. They act on changes of the store and on the clock alone; with the same seed, clock and requests, the
 * names and the order of changes are the same.
 */
export function startControllers(options: ControllersContext): { stop(): void } {
  const context = createControllerContext({
    ...options,
    network: options.network ?? createDefaultNetwork(options),
    seed: options.seed ?? 1,
    mostPods: options.mostPods ?? 2_000,
    report: options.report ?? ((error) => console.error(error)),
  });
  for (const start of CONTROLLERS) start(context);
  return { stop: () => context.stop() };
}
