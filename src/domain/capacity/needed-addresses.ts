import type { NetworkDraft } from '../workload/draft.ts';

/** The whole number that a text is, as far as one can be shown; `undefined` for anything else. */
export function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Replicas as typed; empty is Kubernetes' default of one. */
export function replicaCount(replicas: string): number | undefined {
  return wholeNumber(replicas === '' ? '1' : replicas);
}

/**
 * How many addresses the workload's fixed pool will have for each NIC and family (domain reference 5.2); `undefined`
 * while a number is being typed.
 * @param replicas as typed
 */
export function neededAddresses({ elastic }: NetworkDraft, replicas: string): bigint | undefined {
  const extra = elastic.enabled || elastic.form === 'total' ? wholeNumber(elastic.count) : 0;
  const pods = replicaCount(replicas);
  if (extra === undefined || pods === undefined) return undefined;
  return BigInt(elastic.form === 'total' ? extra : pods + extra);
}
