/** One Pod of a DaemonSet. */
export interface DaemonPod {
  name: string;
  /** Made from the current template. */
  updated: boolean;
  /** Failed, for good. */
  failed: boolean;
  terminating: boolean;
  ready: boolean;
  available: boolean;
}

/** One node with the Pods of a DaemonSet on it or meant for it, oldest first. */
export interface DaemonNode {
  node: string;
  shouldRun: boolean;
  mayStay: boolean;
  pods: readonly DaemonPod[];
}

export interface DaemonSteps {
  /** Nodes that need a Pod. */
  create: string[];
  /** Names of Pods that have to go. */
  delete: string[];
  /** Names of those that have to go because they failed. */
  failed: string[];
}

/**
 * What each node needs: one Pod where one should run, none elsewhere; failed Pods make room for new ones.
 * Source: `podsShouldBeOnNode` of k8s.io/kubernetes/pkg/controller/daemon.
 */
export function planNodes(nodes: readonly DaemonNode[]): DaemonSteps {
  const steps: DaemonSteps = { create: [], delete: [], failed: [] };
  for (const { node, shouldRun, mayStay, pods } of nodes) {
    const staying = pods.filter(({ terminating }) => !terminating);
    if (!mayStay) {
      steps.delete.push(...staying.map(({ name }) => name));
      continue;
    }
    const failed = staying.filter((pod) => pod.failed).map(({ name }) => name);
    steps.failed.push(...failed);
    steps.delete.push(...failed);
    const [, ...surplus] = staying.filter((pod) => !pod.failed);
    steps.delete.push(...surplus.map(({ name }) => name));
    if (shouldRun && pods.length === 0) steps.create.push(node);
  }
  return steps;
}

/**
 * The Pods of an old template that may go now: first those that are not available anyway, then as many as may be
 * unavailable together.
 * Source: `rollingUpdate` of k8s.io/kubernetes/pkg/controller/daemon, without surge.
 */
export function planUpdate(nodes: readonly DaemonNode[], maxUnavailable: number): string[] {
  const idle: string[] = [];
  const candidates: string[] = [];
  let unavailable = 0;
  for (const { pods } of nodes.filter((node) => node.shouldRun || node.pods.length > 0)) {
    const staying = pods.filter(({ terminating }) => !terminating);
    const old = staying.find(({ updated }) => !updated);
    const fresh = staying.find(({ updated }) => updated);
    if (staying.length !== 1 || (fresh !== undefined && !fresh.available)) unavailable += 1;
    else if (old !== undefined && old.available) candidates.push(old.name);
    else if (old !== undefined) {
      idle.push(old.name);
      unavailable += 1;
    }
  }
  return [...idle, ...candidates.slice(0, Math.max(0, maxUnavailable - unavailable))];
}
