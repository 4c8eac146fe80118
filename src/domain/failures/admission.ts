import type { FailureRule } from './failure.ts';

/** The API server and its webhooks, as a ReplicaSet's `FailedCreate` tells. */
export const admissionRules: readonly FailureRule[] = [
  /** 26. Injection of networks by a tag (domain reference 1.9). Spiderpool's Pod webhook. */
  {
    cause: 'injectionRefused',
    pattern:
      /admission webhook "pods\.spiderpool\.spidernet\.io" denied(?: the request)?(?:: (?<detail>.*))?$/s,
  },
  /** 28. Subnets are switched off, and their webhook with them. */
  {
    cause: 'subnetsOff',
    pattern:
      /failed calling webhook "spidersubnet[^"]*": (?:failed to call webhook: )?the server could not find the requested resource/,
  },
  /** 27. The controller, or whoever has the webhook, does not answer. */
  {
    cause: 'webhookUnreachable',
    pattern: /failed calling webhook "(?<names>[^"]*)": (?<detail>.*)$/s,
  },
  /** Kubernetes' admission plugin ResourceQuota. */
  {
    cause: 'quotaExceeded',
    pattern:
      /exceeded quota: (?<names>[^,\s]+), requested: (?<requested>.*?), used: (?<used>.*?), limited: (?<limited>.*)$/s,
  },
  { cause: 'quotaExceeded', pattern: /failed quota: (?<names>[^:\s]+): (?<detail>.*)$/s },
  {
    cause: 'podRefused',
    pattern: /admission webhook "(?<names>[^"]*)" denied the request(?:: (?<detail>.*))?$/s,
  },
  /** Pod security, a missing service account, a namespace that is being deleted. */
  { cause: 'podRefused', pattern: /^Error creating: pods? "[^"]*" is forbidden: (?<detail>.*)$/s },
];
