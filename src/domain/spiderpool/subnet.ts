import type { RangeSet } from '../ip/range-set.ts';
import type { AddressFamily } from '../ip/address.ts';
import type { PoolProblem } from './pool.ts';

/** A SpiderSubnet as the console understands it (domain reference 2.3). */
export interface Subnet {
  readonly name: string;
  readonly family: AddressFamily;
  /** `spec.subnet`, the CIDR as written. */
  readonly subnet: string;
  readonly gateway?: string;
  /** `spec.ips` without `spec.excludeIPs`. */
  readonly addresses: RangeSet;
  /** Addresses handed to pools: the union of `status.controlledIPPools[*].ips`. */
  readonly handedOut: RangeSet;
  readonly terminating: boolean;
  readonly problems: readonly PoolProblem[];
}
