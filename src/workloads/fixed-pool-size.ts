import { POOL_IP_NUMBER, SUBNET, SUBNETS } from '../domain/spiderpool/annotation-keys.ts';
import { parsePoolNumber } from '../domain/spiderpool/pool-number.ts';

export type FixedPoolSize =
  | { readonly form: 'elastic'; readonly count: number; readonly elastic: number }
  | { readonly form: 'total'; readonly count: number };

/**
 * How many addresses each fixed pool of a workload will hold with so many replicas; `undefined` when its Pod template
 * asks for no fixed pools, or writes the number in a way that Spiderpool refuses. Without a number it is the replicas
 * (domain reference 1.4, default since v1.0).
 */
export function fixedPoolSize(
  podAnnotations: Readonly<Record<string, string>>,
  replicas: number,
): FixedPoolSize | undefined {
  if (podAnnotations[SUBNETS] === undefined && podAnnotations[SUBNET] === undefined) return undefined;
  const number = parsePoolNumber(podAnnotations[POOL_IP_NUMBER] ?? '+0');
  if (!number.ok) return undefined;
  const { form, count } = number.value;
  return form === 'total' ? { form, count } : { form, count: replicas + count, elastic: count };
}
