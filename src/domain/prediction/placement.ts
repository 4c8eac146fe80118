import type { NodeFacts } from '../node-facts.ts';
import { candidateNodes } from '../node-facts.ts';
import type { PodContext } from '../spiderpool/pod-context.ts';
import type { Draft } from '../workload/draft.ts';
import { parseQuantity } from '../workload/quantity.ts';

/** A node on which Pods of the workload may land, and for how many of them its devices are enough. */
export interface Place {
  readonly node: NodeFacts;
  readonly room: number;
}

/**
 * Where the Pods may land. Processors and memory are not counted, nor devices that other Pods hold: what they have
 * taken is not known.
 * @param pods Pods of the workload
 */
export function placesFor(
  draft: Draft,
  pod: PodContext,
  nodes: readonly NodeFacts[],
  pods: number,
): readonly Place[] {
  const devices = deviceRequests(draft);
  return candidateNodes(nodes, pod.nodeSelector, pod.tolerations).flatMap((node) => {
    const rooms = [...devices].map(([name, count]) =>
      Math.floor(wholeNumber(node.allocatable[name]) / count),
    );
    const room = Math.min(pods, ...rooms);
    return room > 0 ? [{ node, room }] : [];
  });
}

/**
 * Extended resources that one Pod takes, above zero. A row of the first container gives way to what the attachments
 * need, as it does in the manifest.
 */
export function deviceRequests({ network, containers }: Draft): ReadonlyMap<string, number> {
  const derived = new Set(network.deviceResources.map(({ name }) => name));
  const typed = containers.flatMap(({ resources }, index) =>
    index === 0 ? resources.extended.filter(({ name }) => !derived.has(name)) : resources.extended,
  );
  const requests = new Map<string, number>();
  for (const { name, count } of [...network.deviceResources, ...typed]) {
    const wanted = wholeNumber(count);
    if (name !== '' && wanted > 0) requests.set(name, (requests.get(name) ?? 0) + wanted);
  }
  return requests;
}

/** Devices are counted in whole ones; 0 for what is no quantity. */
function wholeNumber(text = ''): number {
  const quantity = parseQuantity(text);
  return quantity.ok ? Number(quantity.value.milli / 1000n) : 0;
}
