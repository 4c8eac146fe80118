import { formatAddress } from '../../domain/ip/address.ts';
import type { RangeSet } from '../../domain/ip/range-set.ts';
import type { LabelExpression, LabelSelector } from '../../domain/label-selector.ts';

/** The addresses of a set, briefly: `10.6.0.10-59`, and of several ranges the first and how many more. */
export function shortRanges({ family, ranges }: RangeSet): string {
  const [range, ...more] = ranges;
  if (range === undefined) return '';
  const first = formatAddress({ family, value: range.first });
  const last = formatAddress({ family, value: range.last });
  const text = first === last ? first : `${first}-${family === 'ipv4' ? shortLast(first, last) : last}`;
  return more.length === 0 ? text : `${text} +${more.length}`;
}

/** The end of a range as people write it: the last octet where only that differs. */
function shortLast(first: string, last: string): string {
  const dot = last.lastIndexOf('.') + 1;
  return first.slice(0, dot) === last.slice(0, dot) ? last.slice(dot) : last;
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

/** Labels of a node selector that every Pod on a node of this selector can have; `undefined` where a node selector cannot say it. */
export function asNodeSelector(nodeNames: readonly string[], selector: LabelSelector | undefined) {
  const [only, ...more] = nodeNames;
  if (only !== undefined) return more.length === 0 ? { 'kubernetes.io/hostname': only } : undefined;
  if (selector === undefined || !selector.matchExpressions.every(isOneValue)) return undefined;
  return {
    ...selector.matchLabels,
    ...Object.fromEntries(selector.matchExpressions.map(({ key, values }) => [key, values[0] ?? ''])),
  };
}

function isOneValue({ operator, values }: LabelExpression): boolean {
  return operator === 'In' && values.length === 1;
}
