import { matchesSelector } from '../../controllers/label-selector.ts';
import { listOr, objectOr, textOr } from '../../store/json.ts';

/** A `metav1.LabelSelector` as stored. */
export interface LabelSelector {
  matchLabels: Record<string, string>;
  matchExpressions: { key: string; operator: string; values: string[] }[];
}

/** Thrown when a selector cannot be evaluated, with the words of `metav1.LabelSelectorAsSelector`. */
export class SelectorError extends Error {}

/** Reads `spec.podAffinity` and its like; undefined when the field is absent. */
export function readSelector(value: unknown): LabelSelector | undefined {
  if (value === undefined || value === null) return undefined;
  const selector = objectOr(value);
  return {
    matchLabels: textMap(selector.matchLabels),
    matchExpressions: listOr(selector.matchExpressions).map((item) => {
      const expression = objectOr(item);
      return {
        key: textOr(expression.key),
        operator: textOr(expression.operator),
        values: texts(expression.values),
      };
    }),
  };
}

/**
 * Whether a selector picks a set of labels. An empty selector picks everything.
 * @throws SelectorError for an expression that `metav1.LabelSelectorAsSelector` refuses
 */
export function selects(selector: LabelSelector, labels: Readonly<Record<string, string>>): boolean {
  for (const expression of selector.matchExpressions) {
    const problem = problemOf(expression);
    if (problem !== undefined) throw new SelectorError(problem);
  }
  return matchesSelector(selector, labels);
}

/** What `labels.NewRequirement` says of an expression; undefined for a sound one. */
function problemOf({ operator, values }: LabelSelector['matchExpressions'][number]): string | undefined {
  switch (operator) {
    case 'In':
    case 'NotIn':
      return values.length > 0
        ? undefined
        : "values: Invalid value: []string(nil): for 'in', 'notin' operators, values set can't be empty";
    case 'Exists':
    case 'DoesNotExist': {
      if (values.length === 0) return undefined;
      const printed = values.map((value) => JSON.stringify(value)).join(', ');
      return `values: Invalid value: []string{${printed}}: values set must be empty for exists and does not exist`;
    }
    default:
      return `${JSON.stringify(operator)} is not a valid label selector operator`;
  }
}

/** The entries of an object whose values are text. */
export function textMap(value: unknown): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [key, item] of Object.entries(objectOr(value))) {
    if (typeof item === 'string') result[key] = item;
  }
  return result;
}

/** The items of a list that are text. */
export function texts(value: unknown): string[] {
  return listOr(value).filter((item) => typeof item === 'string');
}
