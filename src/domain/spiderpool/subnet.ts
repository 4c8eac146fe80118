import type { RangeSet } from '../ip/range-set.ts';
import type { AddressStock, Unheld } from './stock.ts';

/** A SpiderSubnet as the console understands it (domain reference 2.3). */
export interface Subnet extends AddressStock, Unheld {
  readonly name: string;
  /** Addresses handed to pools: the union of `status.controlledIPPools[*].ips`. */
  readonly handedOut: RangeSet;
  /** What each pool has got of it, by the pool's name. */
  readonly controlled: readonly ControlledPool[];
  readonly terminating: boolean;
}

/** One entry of `status.controlledIPPools`. */
export interface ControlledPool {
  readonly name: string;
  readonly addresses: RangeSet;
  /** The workload that the controller made the pool for; absent on a pool made by hand. */
  readonly application?: Application;
}

/** A workload as `application` names it: `group_version_kind_namespace_name`. */
export interface Application {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}
