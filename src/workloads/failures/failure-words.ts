import type { FailureExplanation } from '../../domain/failures/explain-failure.ts';
import type { FailureCause, NetworkFailure } from '../../domain/failures/failure.ts';
import type { TextParams } from '../../i18n/useText.ts';

/** What the texts of a failure may name. What nobody tells is an ellipsis, never a gap. */
export function failureParams(
  { names, params }: NetworkFailure,
  { nic, coordinator }: FailureExplanation,
  node: string,
): TextParams {
  const config = nic?.resolution.state === 'found' ? nic.resolution.attachment.config : undefined;
  const master = config?.kind === 'decoded' ? config.master : undefined;
  return {
    ...params,
    names: names.join(', ') || master || '…',
    node: node || '…',
    phase: coordinator?.phase ?? '',
  };
}

/** The place of the NIC in the Pod, which chooses its hue: eth0 is 0. */
export function nicPosition({ nic }: FailureExplanation): number {
  return nic === undefined || nic.index === 'eth0' ? 0 : nic.index + 1;
}

/** Causes that the cluster's own words explain better than any text here. */
const literal: ReadonlySet<FailureCause> = new Set([
  'badAnnotation',
  'badDefaultNetwork',
  'injectionRefused',
  'podRefused',
  'webhookUnreachable',
  'other',
]);

/** The cluster's words to show at once; `undefined` where ours say the same. */
export function literalWords({ cause, params, text }: NetworkFailure): string | undefined {
  if (cause === 'quotaExceeded' && params['requested'] === undefined) return params['detail'] ?? text;
  return literal.has(cause) ? (params['detail'] ?? text) : undefined;
}
