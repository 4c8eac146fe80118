import type { LabelSelector } from 'kubernetes-types/meta/v1';
import type { Immutable } from './kinds.ts';

type Labels = Readonly<Record<string, string>>;

/**
 * Whether labels satisfy a `metav1.LabelSelector`. An absent selector matches nothing, an empty one everything.
 * Source: `metav1.LabelSelectorAsSelector`.
 */
export function matchesSelector(
  selector: Immutable<LabelSelector> | undefined,
  labels: Labels | undefined,
): boolean {
  if (selector === undefined) return false;
  return (
    matchesLabels(selector.matchLabels ?? {}, labels) &&
    (selector.matchExpressions ?? []).every(({ key, operator, values }) => {
      const value = labels?.[key];
      switch (operator) {
        case 'In':
          return value !== undefined && (values ?? []).includes(value);
        case 'NotIn':
          return value === undefined || !(values ?? []).includes(value);
        case 'Exists':
          return value !== undefined;
        case 'DoesNotExist':
          return value === undefined;
        default:
          return false;
      }
    })
  );
}

/** Whether each wanted label is there. */
export function matchesLabels(wanted: Labels, labels: Labels | undefined): boolean {
  return Object.entries(wanted).every(([key, value]) => labels?.[key] === value);
}
