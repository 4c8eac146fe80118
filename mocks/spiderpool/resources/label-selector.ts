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

const OPERATORS = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist']);

/**
 * Whether a selector picks a set of labels. An empty selector picks everything.
 * @throws SelectorError for an operator that does not exist
 */
export function selects(selector: LabelSelector, labels: Readonly<Record<string, string>>): boolean {
  const unknown = selector.matchExpressions.find(({ operator }) => !OPERATORS.has(operator));
  if (unknown !== undefined) {
    throw new SelectorError(`${JSON.stringify(unknown.operator)} is not a valid label selector operator`);
  }
  return matchesSelector(selector, labels);
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
