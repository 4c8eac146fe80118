import type { RangeSet } from '../ip/range-set.ts';
import type { LabelSelector } from '../label-selector.ts';
import type { AddressFamily } from '../ip/address.ts';

/** A SpiderIPPool as the console understands it (domain reference 2.2). */
export interface Pool {
  readonly name: string;
  readonly family: AddressFamily;
  /** `spec.subnet`, the CIDR as written. */
  readonly subnet: string;
  readonly gateway?: string;
  /** `spec.ips` without `spec.excludeIPs`. */
  readonly addresses: RangeSet;
  /** Keys of `status.allocatedIPs`; an address held by a Pod. */
  readonly allocated: readonly Allocation[];
  readonly allocatedSet: RangeSet;
  readonly isDefault: boolean;
  readonly disabled: boolean;
  readonly terminating: boolean;
  readonly podAffinity?: LabelSelector;
  readonly namespaceNames: readonly string[];
  readonly namespaceAffinity?: LabelSelector;
  readonly nodeNames: readonly string[];
  readonly nodeAffinity?: LabelSelector;
  readonly multusNames: readonly string[];
  /** Set on a pool that the controller made for one workload. */
  readonly owner?: PoolOwner;
  /** What of the object could not be read; shown on the pool, never hidden. */
  readonly problems: readonly PoolProblem[];
}

export interface Allocation {
  readonly address: string;
  /** `namespace/name`. */
  readonly pod: string;
  readonly podUid: string;
}

export interface PoolOwner {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly interfaceName: string;
  readonly subnet: string;
}

export type PoolProblem =
  | { readonly code: 'pool.badRange'; readonly text: string }
  | { readonly code: 'pool.badSubnet'; readonly text: string }
  | { readonly code: 'pool.badAllocations' }
  | { readonly code: 'pool.noStatus' };
