import type { LabelExpression, LabelSelector } from '../label-selector.ts';

/** Labels of a node selector that only nodes of these names or of this selector have; `undefined` where a node selector cannot say it. */
export function asNodeSelector(
  nodeNames: readonly string[],
  selector: LabelSelector | undefined,
): Readonly<Record<string, string>> | undefined {
  const [only, ...more] = nodeNames;
  if (only !== undefined) return more.length === 0 ? { 'kubernetes.io/hostname': only } : undefined;
  return selector && asLabels(selector);
}

/** The labels that a selector asks for; `undefined` where it says more than labels can. */
export function asLabels(selector: LabelSelector): Readonly<Record<string, string>> | undefined {
  if (!selector.matchExpressions.every(isOneValue)) return undefined;
  return {
    ...selector.matchLabels,
    ...Object.fromEntries(selector.matchExpressions.map(({ key, values }) => [key, values[0] ?? ''])),
  };
}

function isOneValue({ operator, values }: LabelExpression): boolean {
  return operator === 'In' && values.length === 1;
}
