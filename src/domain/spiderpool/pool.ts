import type { RangeSet } from '../ip/range-set.ts';
import type { LabelSelector } from '../label-selector.ts';
import type { AddressStock, Unheld } from './stock.ts';

/**
 * A SpiderIPPool as the console understands it (domain reference 2.2). Every pool has every field, so that thousands of
 * them have one shape and are read quickly.
 */
export interface Pool extends AddressStock, Unheld {
  readonly name: string;
  /** Keys of `status.allocatedIPs`; an address held by a Pod. */
  readonly allocated: readonly Allocation[];
  readonly allocatedSet: RangeSet;
  readonly isDefault: boolean;
  readonly disabled: boolean;
  readonly terminating: boolean;
  readonly podAffinity: LabelSelector | undefined;
  readonly namespaceNames: readonly string[];
  readonly namespaceAffinity: LabelSelector | undefined;
  readonly nodeNames: readonly string[];
  readonly nodeAffinity: LabelSelector | undefined;
  /** The rule about nodes as one text, the same for pools with the same rule; `''` for none. */
  readonly nodeRule: string;
  readonly multusNames: readonly string[];
  /** Set on a pool that the controller made for one workload. */
  readonly owner: PoolOwner | undefined;
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
