import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';

/** How many devices of an extended resource each node has, whoever uses them. */
export interface NodeOffer {
  readonly resource: string;
  /** `status.allocatable`, without nodes that have none. */
  readonly nodes: readonly { readonly name: string; readonly amount: string }[];
}

/** The offers of the extended resources among these names. Empty where nodes may not be read. */
export function nodeOffers(resources: readonly string[], view: ClusterView): readonly NodeOffer[] {
  const nodes = known(view.nodes);
  if (nodes === undefined) return [];
  return resources
    .filter((resource) => resource.includes('/'))
    .map((resource) => ({
      resource,
      nodes: nodes.flatMap(({ name, allocatable }) => {
        const amount = allocatable[resource] ?? '0';
        return amount === '0' ? [] : [{ name, amount }];
      }),
    }));
}
