import { isRecord, listAt, textAt, textMapAt, textsAt } from './untyped.ts';

/** A Kubernetes LabelSelector: every label and every expression must hold. An empty one selects everything. */
export interface LabelSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
  readonly matchExpressions: readonly LabelExpression[];
}

export interface LabelExpression {
  readonly key: string;
  /** `In`, `NotIn`, `Exists` or `DoesNotExist`; kept as written, since nothing checks it before a Pod asks for an address. */
  readonly operator: string;
  readonly values: readonly string[];
}

/**
 * Whether the labels are selected (Kubernetes `metav1.LabelSelectorAsSelector`).
 * @returns `invalid` when an expression is one that Kubernetes refuses: an unknown operator, `In` and `NotIn`
 *   without values, `Exists` and `DoesNotExist` with values.
 */
export function matchLabels(
  selector: LabelSelector,
  labels: Readonly<Record<string, string>>,
): 'match' | 'noMatch' | 'invalid' {
  let matches = true;
  for (const key of Object.keys(selector.matchLabels)) {
    if (labelOf(labels, key) !== selector.matchLabels[key]) matches = false;
  }
  for (const expression of selector.matchExpressions) {
    const holds = expressionHolds(expression, labelOf(labels, expression.key));
    if (holds === undefined) return 'invalid';
    matches &&= holds;
  }
  return matches ? 'match' : 'noMatch';
}

function labelOf(labels: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

/** `NotIn` holds for a missing label, as in Kubernetes. `undefined` is an invalid expression. */
function expressionHolds(expression: LabelExpression, value: string | undefined): boolean | undefined {
  const { operator, values } = expression;
  switch (operator) {
    case 'In':
      return values.length === 0 ? undefined : value !== undefined && values.includes(value);
    case 'NotIn':
      return values.length === 0 ? undefined : value === undefined || !values.includes(value);
    case 'Exists':
      return values.length > 0 ? undefined : value !== undefined;
    case 'DoesNotExist':
      return values.length > 0 ? undefined : value === undefined;
    default:
      return undefined;
  }
}

/** A selector of the API; `undefined` where the field is absent. An expression that is none is kept, as an invalid one. */
export function decodeSelector(value: unknown): LabelSelector | undefined {
  if (!isRecord(value)) return undefined;
  return {
    matchLabels: textMapAt(value, 'matchLabels'),
    matchExpressions: listAt(value, 'matchExpressions').map((expression) => ({
      key: textAt(expression, 'key') ?? '',
      operator: textAt(expression, 'operator') ?? '',
      values: textsAt(expression, 'values'),
    })),
  };
}

/** A selector as kubectl writes it: `app=web,tier in (a,b)`. */
export function selectorText({ matchLabels, matchExpressions }: LabelSelector): string {
  return [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(expressionText),
  ].join(', ');
}

function expressionText({ key, operator, values }: LabelExpression): string {
  switch (operator) {
    case 'In':
      return `${key} in (${values.join(', ')})`;
    case 'NotIn':
      return `${key} notin (${values.join(', ')})`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
    default:
      return `${key} ${operator} (${values.join(', ')})`;
  }
}
