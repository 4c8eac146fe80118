import { isTerminal } from '../workload/pod-state.ts';
import type { Node, Pod } from '../kinds.ts';
import { amounts, podRequests, totalRequests } from './pod-requests.ts';
import type { Amounts } from './pod-requests.ts';

/** A node with the Pods that are bound to it and have not ended. */
export interface NodeLoad {
  node: Node;
  pods: readonly Pod[];
}

/** What the scheduler assumes of a Pod that asks for nothing, so that such Pods spread as well. Source: `GetNonzeroRequests`. */
const ASSUMED: Amounts = { cpu: 100, memory: 200 * 2 ** 20 };
const STANDARD = ['cpu', 'memory', 'ephemeral-storage'];

export function nodeLoads(nodes: readonly Node[], pods: readonly Pod[]): NodeLoad[] {
  const byNode = new Map<string, Pod[]>(nodes.map(({ metadata }) => [metadata.name, []]));
  for (const pod of pods) {
    if (pod.spec.nodeName !== undefined && !isTerminal(pod)) byNode.get(pod.spec.nodeName)?.push(pod);
  }
  return nodes.map((node) => ({ node, pods: byNode.get(node.metadata.name) ?? [] }));
}

/**
 * Each resource of which a node has too little left: `Too many pods`, `Insufficient cpu`, `Insufficient example.com/nic`.
 * Source: `fitsRequest` of the plugin NodeResourcesFit.
 */
export function missingResources(pod: Pod, { node, pods }: NodeLoad): string[] {
  const allocatable = amounts(node.status?.allocatable ?? {});
  const used = totalRequests(pods);
  const wanted = podRequests(pod);
  const scalars = Object.keys(wanted)
    .filter((name) => !STANDARD.includes(name))
    .sort();
  const missing = [...STANDARD, ...scalars].filter((name) => {
    const request = wanted[name] ?? 0;
    return request > 0 && request > (allocatable[name] ?? 0) - (used[name] ?? 0);
  });
  const crowded = pods.length + 1 > (allocatable.pods ?? 0) ? ['Too many pods'] : [];
  return [...crowded, ...missing.map((name) => `Insufficient ${name}`)];
}

/**
 * How empty the node would be with this Pod, 0 to 100: the mean of cpu and memory.
 * Source: `leastResourceScorer` of the plugin NodeResourcesFit.
 */
export function leastAllocatedScore(pod: Pod, { node, pods }: NodeLoad): number {
  const allocatable = amounts(node.status?.allocatable ?? {});
  const scores = ['cpu', 'memory'].flatMap((name) => {
    const capacity = allocatable[name] ?? 0;
    if (capacity === 0) return [];
    const used = [...pods, pod].reduce((total, other) => total + assumedRequest(other, name), 0);
    return [used > capacity ? 0 : Math.floor(((capacity - used) * 100) / capacity)];
  });
  if (scores.length === 0) return 0;
  return Math.floor(scores.reduce((total, score) => total + score, 0) / scores.length);
}

function assumedRequest(pod: Pod, name: string): number {
  return podRequests(pod)[name] || (ASSUMED[name] ?? 0);
}

/** Whether a `hostPort` of the Pod is taken on the node. Source: the plugin NodePorts. */
export function hasPortConflict(pod: Pod, { pods }: NodeLoad): boolean {
  const taken = pods.flatMap(hostPorts);
  return hostPorts(pod).some((wanted) =>
    taken.some(
      ({ port, protocol, address }) =>
        port === wanted.port &&
        protocol === wanted.protocol &&
        (address === wanted.address || address === ANY || wanted.address === ANY),
    ),
  );
}

const ANY = '0.0.0.0';

function hostPorts({ spec }: Pod): { port: number; protocol: string; address: string }[] {
  return spec.containers.flatMap(({ ports = [] }) =>
    ports.flatMap(({ hostPort = 0, protocol = 'TCP', hostIP }) =>
      hostPort > 0 ? [{ port: hostPort, protocol, address: hostIP || ANY }] : [],
    ),
  );
}
