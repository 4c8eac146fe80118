import { hasFailed, hasSucceeded, isSidecar } from './container-run.ts';
import type { ContainerRun } from './container-run.ts';

export type PodPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed';

/** The containers of one Pod. */
export interface PodRuns {
  initContainers: readonly ContainerRun[];
  containers: readonly ContainerRun[];
}

/** Whether an init container lets the next one start. */
export function isInitialized(run: ContainerRun): boolean {
  return isSidecar(run) ? run.started : hasSucceeded(run);
}

/**
 * The phase that the states of the containers amount to.
 * Source: `getPhase` of k8s.io/kubernetes/pkg/kubelet.
 */
export function podPhase({ initContainers, containers }: PodRuns, restartPolicy: string): PodPhase {
  if (restartPolicy === 'Never' && initContainers.some((run) => !isSidecar(run) && hasFailed(run))) {
    return 'Failed';
  }
  if (!initContainers.every(isInitialized)) return 'Pending';
  if (containers.some(isNotYetStarted)) return 'Pending';
  if (containers.some(({ state }) => state.kind === 'running')) return 'Running';
  if (restartPolicy === 'Always') return 'Running';
  if (containers.every(hasSucceeded)) return 'Succeeded';
  return restartPolicy === 'Never' ? 'Failed' : 'Running';
}

/** A container in back-off has been started before: it does not make its Pod pending again. */
function isNotYetStarted({ state, last }: ContainerRun): boolean {
  return state.kind === 'waiting' && last === undefined;
}
