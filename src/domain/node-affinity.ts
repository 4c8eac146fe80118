import { isRecord, listAt, recordAt, textAt, textsAt, valueAt } from './untyped.ts';
import type { NodeFacts } from './node-facts.ts';

/** A required node affinity: the Pod lands where one of its terms holds. */
export type NodeAffinity = readonly NodeSelectorTerm[];

/** Every expression must hold; a term without any holds nowhere. */
interface NodeSelectorTerm {
  readonly labels: readonly NodeExpression[];
  readonly fields: readonly NodeExpression[];
}

interface NodeExpression {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/**
 * Reads `affinity` of a Pod, the required terms of its `nodeAffinity`.
 * @param affinity an untyped value
 * @returns `undefined` where nothing is required
 */
export function requiredNodeAffinity(affinity: unknown): NodeAffinity | undefined {
  const required = valueAt(
    recordAt(affinity, 'nodeAffinity'),
    'requiredDuringSchedulingIgnoredDuringExecution',
  );
  if (!isRecord(required)) return undefined;
  return listAt(required, 'nodeSelectorTerms').map((term) => ({
    labels: listAt(term, 'matchExpressions').map(expressionOf),
    fields: listAt(term, 'matchFields').map(expressionOf),
  }));
}

function expressionOf(expression: unknown): NodeExpression {
  return {
    key: textAt(expression, 'key') ?? '',
    operator: textAt(expression, 'operator') ?? '',
    values: textsAt(expression, 'values'),
  };
}

/**
 * Whether the affinity lets the Pod land on the node (`component-helpers/scheduling/corev1/nodeaffinity`).
 * @returns `unknown` where a term has something that is not known here: the API would refuse it, or is newer
 */
export function allowsNode(affinity: NodeAffinity, node: NodeFacts): 'yes' | 'no' | 'unknown' {
  const answers = affinity.map((term) => termHolds(term, node));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

function termHolds({ labels, fields }: NodeSelectorTerm, node: NodeFacts): 'yes' | 'no' | 'unknown' {
  if (labels.length + fields.length === 0) return 'no';
  const answers = [
    ...labels.map((expression) =>
      holds(expression, Object.hasOwn(node.labels, expression.key) ? node.labels[expression.key] : undefined),
    ),
    // The only field there is.
    ...fields.map((expression) =>
      expression.key === 'metadata.name' ? holds(expression, node.name) : 'unknown',
    ),
  ];
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

function holds({ operator, values }: NodeExpression, value: string | undefined): 'yes' | 'no' | 'unknown' {
  switch (operator) {
    case 'In':
      return answer(value !== undefined && values.includes(value));
    case 'NotIn':
      return answer(value === undefined || !values.includes(value));
    case 'Exists':
      return answer(value !== undefined);
    case 'DoesNotExist':
      return answer(value === undefined);
    case 'Gt':
    case 'Lt':
      return compares(operator, value, values[0]);
    default:
      return 'unknown';
  }
}

/** Both are whole numbers, else it does not hold. */
function compares(operator: 'Gt' | 'Lt', value: string | undefined, bound: string | undefined): 'yes' | 'no' {
  const whole = /^-?\d+$/;
  if (value === undefined || bound === undefined || !whole.test(value) || !whole.test(bound)) return 'no';
  return answer(operator === 'Gt' ? BigInt(value) > BigInt(bound) : BigInt(value) < BigInt(bound));
}

function answer(is: boolean): 'yes' | 'no' {
  return is ? 'yes' : 'no';
}
