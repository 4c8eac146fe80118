import type { ClusterView } from '../cluster-view.ts';
import type { AddressFamily } from '../ip/address.ts';
import type { FailureCause } from '../failures/failure.ts';

/**
 * What the first start of a workload will come to. Where the cluster leaves something to chance (the scheduler's choice
 * of a node, the order among pools of equal class, the order of the Pods) it says all that can happen, and no more than
 * is sure.
 */
export type Prediction =
  /** Something that decides may not be read, or the number of Pods is none. */
  { readonly kind: 'unknown'; readonly because: readonly UnknownPart[] } | KnownPrediction;

export type UnknownPart = Exclude<keyof ClusterView, 'settings'> | 'replicas';

export interface KnownPrediction {
  readonly kind: 'known';
  /** Pods that the workload asks for. */
  readonly pods: number;
  readonly running: CountRange;
  /** What happens to a Pod, by the node that it lands on. Empty when it fits none. */
  readonly courses: readonly NodeCourse[];
  /** Every way in which a Pod may fail first. */
  readonly failures: readonly PredictedFailure[];
  /** Fixed mode: the pools that the controller makes, in its order. */
  readonly fixedPools: readonly FixedPool[];
}

/** At least `min` and at most `max`. */
export interface CountRange {
  readonly min: number;
  readonly max: number;
}

/** The course of a Pod on these nodes. */
export interface NodeCourse extends PodCourse {
  readonly nodes: readonly string[];
}

/** What Multus and Spiderpool do for one Pod: allocations in their order, up to what ends it. */
export interface PodCourse {
  readonly allocations: readonly Allocation[];
  /** What ends it after those, however many addresses there are. */
  readonly end: FailureWords | undefined;
  /** Before that, what ends it or does not: it depends on which pools the addresses come from. */
  readonly mayEnd: readonly ChanceEnd[];
  /**
   * Each attempt of a Pod that has ended takes its addresses again, and a pool that it did not take from before gives it
   * one more: such a Pod may come to hold an address of every pool.
   */
  readonly drawsAgain: boolean;
}

export interface ChanceEnd {
  /** So many allocations of the course come before it. */
  readonly after: number;
  readonly failure: FailureWords;
}

/** Addresses that are asked for together: one is missing, and the Pod fails. In named `ippools` mode, those of all NICs. */
export interface Allocation {
  /** The NIC that is being added. */
  readonly nic: string;
  readonly demands: readonly Demand[];
}

/** One address of one NIC. */
export interface Demand {
  readonly nic: string;
  readonly family: AddressFamily;
  /**
   * Pools that may give it, by class (domain reference 3.3): a later tier is only drawn from when those before it are
   * used up. Within a tier it is chance.
   */
  readonly tiers: readonly (readonly Offer[])[];
}

/** A pool that may give the address. */
export interface Offer {
  /** Its name; for one that does not exist yet the beginning of its name. */
  readonly pool: string;
  /** Addresses that it can hand out before the workload starts. */
  readonly free: bigint;
  /** It has more free addresses than that, and what it lacks in the end are records (`poolRoom`). */
  readonly recordLimited: boolean;
  readonly hasGateway: boolean;
}

/** A failure in the cluster's own words. */
export interface FailureWords {
  /** The NIC at fault; where several fail together, any of them may be named. Empty when it is none of them. */
  readonly nics: readonly string[];
  /** As much of the Event's text as can be told before. */
  readonly text: string;
  readonly cause: FailureCause;
}

export interface PredictedFailure extends FailureWords {
  /** How many Pods fail so. */
  readonly pods: CountRange;
}

/** A pool that the controller makes for one NIC and family of the workload (domain reference 4.2). */
export interface FixedPool {
  readonly nic: string;
  readonly family: AddressFamily;
  readonly subnet: string;
  /** Its name without the last part, which is taken from the workload's UID. */
  readonly namePrefix: string;
  readonly size: bigint;
  readonly labels: Readonly<Record<string, string>>;
  /** `false` when the controller cannot make it, or stops before it. */
  readonly made: boolean;
}
