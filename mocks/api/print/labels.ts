import type { LabelSelector } from 'kubernetes-types/meta/v1';

/** `a=1,b=2` in the order of the keys; `<none>` when empty. */
export function formatLabels(labels: Record<string, string> | undefined): string {
  const text = Object.entries(labels ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  return text === '' ? '<none>' : text;
}

/** A selector as `kubectl get -o wide` shows it: `app=web,tier in (a,b)`. */
export function formatSelector(selector: LabelSelector | undefined): string {
  const equal = Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
  const others = (selector?.matchExpressions ?? []).map(({ key, operator, values = [] }) => {
    switch (operator) {
      case 'In':
        return `${key} in (${[...values].sort().join(',')})`;
      case 'NotIn':
        return `${key} notin (${[...values].sort().join(',')})`;
      case 'Exists':
        return key;
      default:
        return `!${key}`;
    }
  });
  const text = [...equal, ...others].sort().join(',');
  return text === '' ? '<none>' : text;
}
