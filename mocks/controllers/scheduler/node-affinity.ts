import type { NodeSelectorTerm, PodSpec, PreferredSchedulingTerm } from 'kubernetes-types/core/v1';
import type { Immutable, Node } from '../kinds.ts';
import { matchesLabels } from '../label-selector.ts';

type Affine = Immutable<Pick<PodSpec, 'nodeSelector' | 'affinity'>>;
type Requirement = { readonly key: string; readonly operator: string; readonly values?: readonly string[] };

/**
 * Whether a node satisfies `nodeSelector` and the required node affinity of a Pod. Terms are alternatives, requirements
 * of a term must all hold; an empty term matches no node.
 * Source: `GetRequiredNodeAffinity` of k8s.io/component-helpers/scheduling/corev1/nodeaffinity.
 */
export function matchesNodeAffinity({ nodeSelector, affinity }: Affine, node: Node): boolean {
  if (!matchesLabels(nodeSelector ?? {}, node.metadata.labels)) return false;
  const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return required === undefined || required.nodeSelectorTerms.some((term) => matchesTerm(term, node));
}

/** Sum of the weights of the preferred terms that a node satisfies. */
export function preferredAffinityWeight(
  terms: Immutable<PreferredSchedulingTerm[]> | undefined,
  node: Node,
): number {
  return (terms ?? [])
    .filter(({ preference }) => matchesTerm(preference, node))
    .reduce((sum, { weight }) => sum + weight, 0);
}

/**
 * The names of the only nodes that a Pod can go to, when each term of its affinity names nodes (as the Pods of
 * DaemonSets do); otherwise undefined. Source: `PreFilter` of the plugin NodeAffinity.
 */
export function namedNodes({ affinity }: Affine): ReadonlySet<string> | undefined {
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  if (terms === undefined || terms.length === 0) return undefined;
  const names = new Set<string>();
  for (const { matchFields = [] } of terms) {
    const lists = matchFields
      .filter(({ key, operator }) => key === 'metadata.name' && operator === 'In')
      .map(({ values }) => values ?? []);
    const [first, ...rest] = lists;
    if (first === undefined) return undefined;
    for (const name of first) if (rest.every((list) => list.includes(name))) names.add(name);
  }
  return names;
}

function matchesTerm(term: Immutable<NodeSelectorTerm>, node: Node): boolean {
  const { matchExpressions = [], matchFields = [] } = term;
  if (matchExpressions.length === 0 && matchFields.length === 0) return false;
  const fields = { 'metadata.name': node.metadata.name };
  return (
    matchExpressions.every((requirement) => matchesRequirement(requirement, node.metadata.labels ?? {})) &&
    matchFields.every((requirement) => matchesRequirement(requirement, fields))
  );
}

function matchesRequirement(
  { key, operator, values = [] }: Requirement,
  labels: Readonly<Record<string, string>>,
): boolean {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return isInteger(value) && isInteger(values[0]) && Number(value) > Number(values[0]);
    case 'Lt':
      return isInteger(value) && isInteger(values[0]) && Number(value) < Number(values[0]);
    default:
      return false;
  }
}

function isInteger(text: string | undefined): boolean {
  return text !== undefined && /^[+-]?\d+$/.test(text);
}
