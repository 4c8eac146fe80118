import type { AddressFamily } from '../ip/address.ts';
import type { FilterReason } from './filter-reasons.ts';
import type { NodeRefusal } from './scheduler.ts';

/** Why a Pod does not run, read from the message of an Event (domain reference 7.1 and 7.2). */
export interface NetworkFailure {
  readonly cause: FailureCause;
  /** The interface that failed, where the text names it. */
  readonly interfaceName?: string;
  /** Name of the CNI configuration that was being added: it tells the NIC where the text does not. */
  readonly network?: string;
  readonly family?: AddressFamily;
  /** Pools, attachments, resources ... that the text names. */
  readonly names: readonly string[];
  /** What else the text tells, for its wording: addresses, limits, the refusal in the cluster's own words. */
  readonly params: Readonly<Record<string, string>>;
  /** `filteredOut`: why each pool was left out. */
  readonly reasons?: readonly FilterReason[];
  /** `exhausted`: every NIC and family that got no address, in the order of the text. */
  readonly shortages?: readonly Shortage[];
  /** `unschedulable`: how many nodes refuse, and why. */
  readonly refusals?: readonly NodeRefusal[];
  /** The part of the message that says it, without the envelopes around it. */
  readonly text: string;
  /** It follows from something that was told before, or will pass by itself: an earlier Event says more. */
  readonly noise: boolean;
}

/** A NIC and family for which no pool had an address left. */
export interface Shortage {
  readonly interfaceName: string;
  readonly family: AddressFamily;
  readonly pools: readonly string[];
}

/** The kinds of failure. The numbers are those of domain reference 7.2; a kind without one is not in that catalogue. */
export type FailureCause =
  /** 1 */
  | 'filteredOut'
  /** 2 */
  | 'exhausted'
  /** 3 */
  | 'writeConflicts'
  /** 4 */
  | 'tooManyRecords'
  /** 5 */
  | 'poolNotFound'
  /** 6 */
  | 'duplicatePool'
  /** 7 */
  | 'badAnnotation'
  /** 8 */
  | 'interfaceNotListed'
  /** 9 */
  | 'noCandidate'
  /** 10 */
  | 'noAutoPool'
  /** 11 */
  | 'severalAutoPools'
  /** 12 */
  | 'noRule'
  /** 13 */
  | 'noClusterNetwork'
  /** 14 */
  | 'coordinatorNotReady'
  /** 15 */
  | 'defaultRouteNic'
  /** 16 */
  | 'coordinatorMode'
  /** 17 */
  | 'agentUnhealthy'
  /** 18 */
  | 'addressConflict'
  /** 19 */
  | 'gatewayUnreachable'
  /** 20 */
  | 'attachmentNotFound'
  /** 21 */
  | 'badDefaultNetwork'
  /** 22 */
  | 'badNetworks'
  /** 23 */
  | 'noDevice'
  /** 24 */
  | 'unschedulable'
  /** 25 */
  | 'masterNotFound'
  /** 26 */
  | 'injectionRefused'
  /** 27 */
  | 'webhookUnreachable'
  /** 28 */
  | 'subnetsOff'
  /** 29 */
  | 'sandboxNameReserved'
  /** 30 */
  | 'deadPod'
  /** 31 */
  | 'clusterNetworkNotFound'
  /** The Namespace's default pools are no JSON. */
  | 'badNamespaceDefaults'
  /** The kubelet waited its two minutes for the sandbox: what comes before 29. */
  | 'sandboxTimeout'
  /** A ResourceQuota of the namespace leaves no room. */
  | 'quotaExceeded'
  /** Another admission rule refuses the Pod. */
  | 'podRefused'
  | 'other';

/** One line of the catalogue. Named groups of the pattern: `nic`, `names` (blank-separated), `family`; the rest are `params`. */
export interface FailureRule {
  readonly cause: FailureCause;
  readonly pattern: RegExp;
  readonly noise?: true;
  /** What the groups alone do not tell. */
  readonly more?: (text: string, match: RegExpExecArray) => Partial<NetworkFailure>;
}
