import type { LabelSelector } from 'kubernetes-types/meta/v1';

/**
 * A LabelSelector as the `labelSelector` of a request. An operator that the query syntax does not know (there is none
 * in Kubernetes today) selects nothing rather than everything.
 */
export function formatSelector({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const equal = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const expressions = matchExpressions.map(({ key, operator, values = [] }) => {
    switch (operator) {
      case 'In':
        return `${key} in (${values.join(',')})`;
      case 'NotIn':
        return `${key} notin (${values.join(',')})`;
      case 'Exists':
        return key;
      case 'DoesNotExist':
        return `!${key}`;
      default:
        return `${key},!${key}`;
    }
  });
  return [...equal, ...expressions].join(',');
}
