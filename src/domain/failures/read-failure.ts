import type { AddressFamily } from '../ip/address.ts';
import { admissionRules } from './admission.ts';
import { cniPluginRules } from './cni-plugins.ts';
import { coordinatorRules } from './coordinator.ts';
import { unwrap } from './envelope.ts';
import type { FailureRule, NetworkFailure } from './failure.ts';
import { ipamRules } from './ipam.ts';
import { kubeletRules } from './kubelet.ts';
import { multusRules } from './multus.ts';
import { schedulerRules } from './scheduler.ts';

/** Every rule; the first that matches wins. Each layer is in the file of its name. */
const rules: readonly FailureRule[] = [
  ...kubeletRules,
  ...ipamRules,
  ...coordinatorRules,
  ...multusRules,
  ...cniPluginRules,
  ...admissionRules,
  ...schedulerRules,
];

/**
 * Reads the message of a warning Event (`FailedCreatePodSandBox`, `FailedScheduling`, `FailedCreate`), or of an answer of the
 * API. Total: a text that no rule knows is `other`, with the text itself. The same words mean the same in every envelope.
 */
export function readFailure(message: string): NetworkFailure {
  const { text, network } = unwrap(message);
  const around = network === undefined ? {} : { network };
  for (const rule of rules) {
    const match = rule.pattern.exec(text);
    if (match === null) continue;
    return { ...around, ...fromGroups(rule, match), ...rule.more?.(text, match), text };
  }
  return { ...around, cause: 'other', names: [], params: {}, text, noise: false };
}

function fromGroups(
  { cause, noise }: FailureRule,
  { groups = {} }: RegExpExecArray,
): Omit<NetworkFailure, 'text'> {
  const { nic, names = '', family, ...rest } = groups;
  const params = Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return {
    cause,
    ...(nic === undefined ? {} : { interfaceName: nic }),
    ...(family === undefined ? {} : { family: familyOf(family) }),
    names: names.split(' ').filter((name) => name !== ''),
    params,
    noise: noise ?? false,
  };
}

function familyOf(version: string): AddressFamily {
  return version === '6' ? 'ipv6' : 'ipv4';
}
