import type { PodAffinityTerm } from 'kubernetes-types/core/v1';
import type { Immutable, Node, Pod } from '../kinds.ts';
import { matchesSelector } from '../label-selector.ts';
import type { NodeLoad } from './node-load.ts';

type Term = Immutable<PodAffinityTerm>;

interface PlacedPod {
  pod: Pod;
  node: Node;
}

/** What is needed to judge the (anti-)affinity between Pods. */
export interface Neighbourhood {
  placed: readonly PlacedPod[];
  /** Those that keep others away. */
  repelling: readonly PlacedPod[];
  /** Labels of a namespace, for `namespaceSelector`. */
  namespaceLabels(namespace: string): Readonly<Record<string, string>> | undefined;
}

export function neighbourhoodOf(
  loads: readonly NodeLoad[],
  namespaceLabels: Neighbourhood['namespaceLabels'],
): Neighbourhood {
  const placed = loads.flatMap(({ node, pods }) => pods.map((pod) => ({ pod, node })));
  const repelling = placed.filter(({ pod }) => antiAffinityTerms(pod).length > 0);
  return { placed, repelling, namespaceLabels };
}

/** Whether other Pods matter to where this one can go. */
export function hasPodAffinity(pod: Pod): boolean {
  return affinityTerms(pod).length > 0 || antiAffinityTerms(pod).length > 0;
}

/**
 * Why the required affinity between Pods keeps one from a node.
 * Source: `Filter` of the plugin InterPodAffinity.
 */
export function podAffinityFault(
  pod: Pod,
  node: Node,
  neighbourhood: Neighbourhood,
): 'affinity' | 'antiAffinity' | 'existingAntiAffinity' | undefined {
  const matches = (term: Term, owner: Pod, other: Pod) => termMatches(term, owner, other, neighbourhood);
  const near = (term: Term, there: Node) => isSameTopology(term.topologyKey, node, there);

  if (!hasFriends(pod, node, neighbourhood)) return 'affinity';
  const repelled = antiAffinityTerms(pod).some((term) =>
    neighbourhood.placed.some((other) => near(term, other.node) && matches(term, pod, other.pod)),
  );
  if (repelled) return 'antiAffinity';
  const repelling = neighbourhood.repelling.some((other) =>
    antiAffinityTerms(other.pod).some((term) => near(term, other.node) && matches(term, other.pod, pod)),
  );
  return repelling ? 'existingAntiAffinity' : undefined;
}

/** Each required term finds its Pods here; the first of Pods that only want each other may go anywhere. */
function hasFriends(pod: Pod, node: Node, neighbourhood: Neighbourhood): boolean {
  const terms = affinityTerms(pod);
  if (terms.length === 0) return true;
  const isFriend = (other: Pod) => terms.every((term) => termMatches(term, pod, other, neighbourhood));
  const friends = neighbourhood.placed.filter((other) => isFriend(other.pod));
  const isFirst = friends.length === 0 && isFriend(pod);
  return terms.every(
    ({ topologyKey }) =>
      node.metadata.labels?.[topologyKey] !== undefined &&
      (isFirst || friends.some((friend) => isSameTopology(topologyKey, node, friend.node))),
  );
}

function affinityTerms({ spec }: Pod): readonly Term[] {
  return spec.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
}

function antiAffinityTerms({ spec }: Pod): readonly Term[] {
  return spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
}

function isSameTopology(key: string, a: Node, b: Node): boolean {
  const value = a.metadata.labels?.[key];
  return value !== undefined && value === b.metadata.labels?.[key];
}

function termMatches(term: Term, owner: Pod, other: Pod, neighbourhood: Neighbourhood): boolean {
  const { namespaces = [], namespaceSelector, labelSelector } = term;
  const namespace = other.metadata.namespace ?? '';
  const own = namespaces.length === 0 && namespaceSelector === undefined;
  const inNamespace =
    (own && namespace === owner.metadata.namespace) ||
    namespaces.includes(namespace) ||
    matchesSelector(namespaceSelector, neighbourhood.namespaceLabels(namespace));
  return inNamespace && matchesSelector(labelSelector, other.metadata.labels);
}
