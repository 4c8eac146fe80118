import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import type { AddressFamily } from '../ip/address.ts';
import { freeAddresses } from './free.ts';
import { familyName, sortByVerdict, verdictOf } from './reason.ts';
import type { Reason, Verdict } from './reason.ts';
import type { SpiderpoolSettings } from './settings.ts';
import type { Subnet } from './subnet.ts';

export type SubnetReasonCode =
  /** `enableSpiderSubnet` is off: the annotation is ignored, without a word. */
  | 'subnet.featureDisabled'
  /** `enableAutoPoolForApplication` is off: the annotation is an error. */
  | 'subnet.autoPoolDisabled'
  | 'subnet.familyDisabled'
  | 'subnet.wrongFamily'
  | 'subnet.terminating'
  | 'subnet.exhausted'
  /** Fewer free addresses than the workload's pool will have. */
  | 'subnet.tooFew';

export type SubnetReason = Reason<SubnetReasonCode>;

/** The family for which a subnet is asked, and how many addresses the pool will have where that is known. */
export interface SubnetAsker {
  readonly family: AddressFamily;
  readonly needed?: bigint;
}

export interface SubnetExplanation {
  readonly subnet: Subnet;
  readonly verdict: Verdict;
  readonly reasons: readonly SubnetReason[];
  /** An upper bound when the reserved addresses may not be read. */
  readonly free: bigint;
  readonly total: bigint;
}

/** Whether the controller can make a pool for the workload from the subnet (domain reference 1.3, 4.1, 4.3). */
export function explainSubnet(subnet: Subnet, asker: SubnetAsker, view: ClusterView): SubnetExplanation {
  const free = freeAddresses(subnet, known(view.reserved)?.[asker.family]);
  const reasons = [
    ...gateReasons(view.settings, asker.family),
    ...subnetReasons(subnet, asker.family),
    ...stockReasons(subnet, asker.needed, free),
  ];
  return { subnet, verdict: verdictOf(reasons), reasons, free, total: subnet.total };
}

/** Every subnet of the family, the eligible ones first. Empty when subnets cannot be read. */
export function subnetsFor(asker: SubnetAsker, view: ClusterView): readonly SubnetExplanation[] {
  const subnets = (known(view.subnets) ?? []).filter(({ family }) => family === asker.family);
  return sortByVerdict(
    subnets.map((subnet) => explainSubnet(subnet, asker, view)),
    ({ subnet }) => subnet.name,
  );
}

function gateReasons(settings: SpiderpoolSettings, family: AddressFamily): SubnetReason[] {
  const reasons: SubnetReason[] = [];
  if (!settings.enableSpiderSubnet) {
    reasons.push({ code: 'subnet.featureDisabled', effect: 'no', params: {} });
  } else if (!settings.enableAutoPool) {
    const upstream =
      "it's invalid to use 'ipam.spidernet.io/subnets' or 'ipam.spidernet.io/subnet' annotation when Auto-Pool feature is disabled";
    reasons.push({ code: 'subnet.autoPoolDisabled', effect: 'no', params: {}, upstream });
  }
  const enabled = family === 'ipv4' ? settings.enableIPv4 : settings.enableIPv6;
  if (!enabled) {
    reasons.push({ code: 'subnet.familyDisabled', effect: 'no', params: { family: familyName(family) } });
  }
  return reasons;
}

function subnetReasons(subnet: Subnet, family: AddressFamily): SubnetReason[] {
  const reasons: SubnetReason[] = [];
  const params = { subnet: subnet.name };
  if (subnet.terminating) reasons.push({ code: 'subnet.terminating', effect: 'no', params });
  if (subnet.family !== family) reasons.push({ code: 'subnet.wrongFamily', effect: 'no', params });
  return reasons;
}

/** Nothing partial is made: one address too few leaves the workload without its pool (domain reference 4.3). */
function stockReasons(subnet: Subnet, needed: bigint | undefined, free: bigint): SubnetReason[] {
  const params = { subnet: subnet.name, free: free.toString(), needed: (needed ?? 1n).toString() };
  if (needed !== undefined && needed > free) {
    const upstream = `insufficient subnet FreeIPs, required '${needed}' but only left '${free}'`;
    return [{ code: free === 0n ? 'subnet.exhausted' : 'subnet.tooFew', effect: 'no', params, upstream }];
  }
  return free === 0n && needed !== 0n ? [{ code: 'subnet.exhausted', effect: 'no', params }] : [];
}
