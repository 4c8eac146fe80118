import type { NodeFacts } from '../../domain/cluster-view.ts';

/** What every node offers by itself: the fields for these have places of their own, or make no sense to ask for. */
const ordinary = new Set(['cpu', 'memory', 'pods', 'ephemeral-storage']);

export interface ExtendedResource {
  readonly name: string;
  /** The largest amount that one node can give, as the node says it. */
  readonly max: string;
  /** How many nodes have any of it. */
  readonly nodes: number;
}

/**
 * The resources that device plugins and huge pages add to the nodes, by name. A Pod takes all it asks for from one
 * node, so the maximum is that of one node.
 */
export function extendedResources(nodes: readonly NodeFacts[]): ExtendedResource[] {
  const found = new Map<string, { max: string; nodes: number }>();
  for (const { allocatable } of nodes) {
    for (const [name, amount] of Object.entries(allocatable)) {
      if (ordinary.has(name) || sizeOf(amount) === 0) continue;
      const known = found.get(name);
      const max = known === undefined || sizeOf(amount) > sizeOf(known.max) ? amount : known.max;
      found.set(name, { max, nodes: (known?.nodes ?? 0) + 1 });
    }
  }
  return [...found]
    .map(([name, resource]) => ({ name, ...resource }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

const binaryUnits: Readonly<Record<string, number>> = {
  '': 1,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  k: 1e3,
  M: 1e6,
  G: 1e9,
};

/** Only for comparing: counts, and the sizes in which nodes report huge pages. Anything else counts as nothing. */
function sizeOf(amount: string): number {
  const match = /^(\d+)([A-Za-z]*)$/.exec(amount);
  return match === null ? 0 : Number(match[1]) * (binaryUnits[match[2] ?? ''] ?? 0);
}
