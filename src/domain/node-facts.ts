import { decodeMeta } from './kubernetes-object.ts';
import type { Undecodable } from './kubernetes-object.ts';
import { parsed } from './parsed.ts';
import type { Parsed } from './parsed.ts';
import { listAt, textAt, textMapAt, valueAt } from './untyped.ts';

/** What the rules look at on a Node. */
export interface NodeFacts {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ready: boolean;
  readonly schedulable: boolean;
  /** `status.allocatable`, quantities as text. */
  readonly allocatable: Readonly<Record<string, string>>;
}

export function decodeNode(object: unknown): Parsed<NodeFacts, Undecodable> {
  const meta = decodeMeta(object);
  if (!meta.ok) return meta;
  const status = valueAt(object, 'status');
  return parsed({
    name: meta.value.name,
    labels: meta.value.labels,
    ready: listAt(status, 'conditions').some(
      (condition) => textAt(condition, 'type') === 'Ready' && textAt(condition, 'status') === 'True',
    ),
    schedulable: valueAt(valueAt(object, 'spec'), 'unschedulable') !== true,
    allocatable: textMapAt(status, 'allocatable'),
  });
}

/** By list of nodes and node selector. Lists of the cluster are replaced, never changed. */
const landings = new WeakMap<readonly NodeFacts[], Map<string, readonly NodeFacts[]>>();

/**
 * The nodes on which the Pod may land now: ready, not cordoned, with every label of the node selector. The same list
 * for the same question, so that what is made of it can be kept.
 */
export function candidateNodes(
  nodes: readonly NodeFacts[],
  nodeSelector: Readonly<Record<string, string>>,
): readonly NodeFacts[] {
  const wanted = Object.entries(nodeSelector);
  const known = landings.get(nodes) ?? new Map<string, readonly NodeFacts[]>();
  landings.set(nodes, known);
  const question = JSON.stringify(wanted);
  const before = known.get(question);
  if (before) return before;
  const found = nodes.filter(
    (node) => node.ready && node.schedulable && wanted.every(([key, value]) => node.labels[key] === value),
  );
  known.set(question, found);
  return found;
}
