import type { PodSpec } from 'kubernetes-types/core/v1';
import { quantityNanos } from '../schema/quantity.ts';

const COUNTED = ['cpu', 'memory'] as const;

/** `Guaranteed`, `Burstable` or `BestEffort`. Source: `ComputePodQOS` of pkg/apis/core/helper/qos. */
export function qualityOfService(spec: PodSpec): string {
  const containers = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  const asks = containers.some(({ resources }) =>
    COUNTED.some((name) => isPositive(resources?.requests?.[name]) || isPositive(resources?.limits?.[name])),
  );
  if (!asks) return 'BestEffort';
  const guaranteed = containers.every(({ resources }) =>
    COUNTED.every((name) => {
      const limit = resources?.limits?.[name];
      return (
        isPositive(limit) && quantityNanos(limit) === quantityNanos(resources?.requests?.[name] ?? limit)
      );
    }),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}

function isPositive(quantity: string | undefined): boolean {
  return quantity !== undefined && quantityNanos(quantity) > 0n;
}
