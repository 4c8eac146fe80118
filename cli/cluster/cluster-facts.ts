import type { ClusterView, Knowledge } from '../../src/domain/cluster-view.ts';
import { type ViewPartName, viewParts } from '../../src/cluster/view-parts.ts';

/** What is known of the cluster, and where from. */
export interface ClusterFacts {
  readonly source: 'none' | 'snapshot' | 'server';
  readonly view: ClusterView;
  /** Spiderpool's ConfigMap, of which the view has what it says or what is assumed: `absent` where it was not found. */
  readonly configMap: Knowledge<object>;
}

export const partNames = Object.keys(viewParts) as readonly ViewPartName[];

/** Each part of a view, made one by one. The table of the parts says what there is; so a new one is read without a word here. */
export function eachPart<Made>(make: (name: ViewPartName) => Made): Readonly<Record<ViewPartName, Made>> {
  return Object.fromEntries(partNames.map((name) => [name, make(name)])) as Record<ViewPartName, Made>;
}
