import type { LabelSelector, LabelSelectorRequirement } from 'kubernetes-types/meta/v1';
import { GoLiteral, goStringMap, goStrings } from './field-errors.ts';
import type { FieldErrors } from './field-errors.ts';
import { labelValue, qualifiedName } from './names.ts';
import { validateLabels } from './object-meta.ts';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** Source: `ValidateLabelSelector` of k8s.io/apimachinery/pkg/apis/meta/v1/validation. */
export function validateLabelSelector(
  { matchLabels, matchExpressions = [] }: LabelSelector,
  field: string,
  errors: FieldErrors,
): void {
  validateLabels(matchLabels, `${field}.matchLabels`, errors);
  for (const [index, { key = '', operator, values = [] }] of matchExpressions.entries()) {
    const at = `${field}.matchExpressions[${index}]`;
    if (!OPERATORS.includes(operator))
      errors.invalid(`${at}.operator`, operator ?? '', 'not a valid selector operator');
    else if (operator.endsWith('In') && values.length === 0) {
      errors.required(`${at}.values`, "must be specified when `operator` is 'In' or 'NotIn'");
    } else if (!operator.endsWith('In') && values.length > 0) {
      errors.forbidden(`${at}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
    }
    for (const text of qualifiedName(key)) errors.invalid(`${at}.key`, key, text);
    for (const [i, value] of values.entries()) {
      for (const text of labelValue(value)) errors.invalid(`${at}.values[${i}]`, value, text);
    }
  }
}

/** Whether a selector can be made into one: labels that are some, no unknown operator, values where they belong. */
export function isSelectorValid({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  const labels = [
    ...Object.entries(matchLabels),
    ...matchExpressions.flatMap(({ key, values = [''] }) =>
      values.map((value): [string, string] => [key, value]),
    ),
  ];
  if (labels.some(([key, value]) => qualifiedName(key).length + labelValue(value).length > 0)) return false;
  return matchExpressions.every(({ operator, values = [] }) =>
    operator === 'In' || operator === 'NotIn'
      ? values.length > 0
      : OPERATORS.includes(operator) && values.length === 0,
  );
}

/** Whether labels meet a selector. */
export function meetsSelector(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Readonly<Record<string, string>> = {},
): boolean {
  const equal = Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
  return equal && matchExpressions.every((requirement) => meets(requirement, labels));
}

function meets(
  { key, operator, values = [] }: LabelSelectorRequirement,
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
    default:
      return value === undefined;
  }
}

/** A selector as Go prints it in errors. */
export function goSelector({ matchLabels, matchExpressions }: LabelSelector): GoLiteral {
  const list =
    matchExpressions === undefined
      ? '[]v1.LabelSelectorRequirement(nil)'
      : `[]v1.LabelSelectorRequirement{${matchExpressions.map(goRequirement).join(', ')}}`;
  return new GoLiteral(`v1.LabelSelector{MatchLabels:${goStringMap(matchLabels)}, MatchExpressions:${list}}`);
}

function goRequirement({ key, operator, values }: LabelSelectorRequirement): string {
  const list = values === undefined ? '[]string(nil)' : goStrings(values);
  return `v1.LabelSelectorRequirement{Key:${JSON.stringify(key)}, Operator:${JSON.stringify(operator)}, Values:${list}}`;
}
