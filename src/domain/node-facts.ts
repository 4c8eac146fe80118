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
  /** Taints that keep Pods away, `NoSchedule` and `NoExecute`; absent for none. */
  readonly taints?: readonly Taint[];
  /** `status.allocatable`, quantities as text. */
  readonly allocatable: Readonly<Record<string, string>>;
}

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** A toleration; an empty key with `Exists` tolerates every taint, an empty effect every effect. */
export interface Toleration {
  readonly key: string;
  readonly operator: 'Equal' | 'Exists';
  readonly value: string;
  readonly effect: string;
}

export function decodeNode(object: unknown): Parsed<NodeFacts, Undecodable> {
  const meta = decodeMeta(object);
  if (!meta.ok) return meta;
  const status = valueAt(object, 'status');
  const spec = valueAt(object, 'spec');
  const taints = listAt(spec, 'taints').map(decodeTaint).filter(keepsAway);
  return parsed({
    name: meta.value.name,
    labels: meta.value.labels,
    ready: listAt(status, 'conditions').some(
      (condition) => textAt(condition, 'type') === 'Ready' && textAt(condition, 'status') === 'True',
    ),
    schedulable: valueAt(spec, 'unschedulable') !== true,
    ...(taints.length === 0 ? {} : { taints }),
    allocatable: textMapAt(status, 'allocatable'),
  });
}

function decodeTaint(taint: unknown): Taint {
  return {
    key: textAt(taint, 'key') ?? '',
    value: textAt(taint, 'value') ?? '',
    effect: textAt(taint, 'effect') ?? '',
  };
}

function keepsAway({ effect }: Taint): boolean {
  return effect === 'NoSchedule' || effect === 'NoExecute';
}

/** By list of nodes and placement. Lists of the cluster are replaced, never changed. */
const landings = new WeakMap<readonly NodeFacts[], Map<string, readonly NodeFacts[]>>();

/**
 * The nodes on which the Pod may land now: ready, not cordoned, with every label of the node selector, and without a
 * taint that it does not tolerate. The same list for the same question, so that what is made of it can be kept.
 */
export function candidateNodes(
  nodes: readonly NodeFacts[],
  nodeSelector: Readonly<Record<string, string>>,
  tolerations: readonly Toleration[] = [],
): readonly NodeFacts[] {
  const wanted = Object.entries(nodeSelector);
  const known = landings.get(nodes) ?? new Map<string, readonly NodeFacts[]>();
  landings.set(nodes, known);
  const question = JSON.stringify([wanted, tolerations]);
  const before = known.get(question);
  if (before) return before;
  const found = nodes.filter(
    (node) =>
      node.ready &&
      node.schedulable &&
      wanted.every(([key, value]) => node.labels[key] === value) &&
      (node.taints ?? []).every((taint) => tolerations.some((toleration) => tolerates(toleration, taint))),
  );
  known.set(question, found);
  return found;
}

/** What every Pod of a DaemonSet tolerates by itself (`AddOrUpdateDaemonPodTolerations`). */
const daemonTolerations: readonly Toleration[] = [
  'not-ready',
  'unreachable',
  'disk-pressure',
  'memory-pressure',
  'pid-pressure',
  'unschedulable',
].map((condition) => ({
  key: `node.kubernetes.io/${condition}`,
  operator: 'Exists',
  value: '',
  effect: '',
}));

/** Whether a DaemonSet puts a Pod on the node: on cordoned ones as well, and on those that are not ready. */
export function takesDaemonPod(
  { labels, taints = [] }: NodeFacts,
  nodeSelector: readonly { readonly key: string; readonly value: string }[],
  tolerations: readonly Toleration[],
): boolean {
  const tolerated = [...daemonTolerations, ...tolerations];
  return (
    nodeSelector.every(({ key, value }) => labels[key] === value) &&
    taints.every((taint) => tolerated.some((toleration) => tolerates(toleration, taint)))
  );
}

/** Kubernetes `ToleratesTaint`. */
function tolerates({ key, operator, value, effect }: Toleration, taint: Taint): boolean {
  if (effect !== '' && effect !== taint.effect) return false;
  if (key !== '' && key !== taint.key) return false;
  return operator === 'Exists' || (key !== '' && value === taint.value);
}
