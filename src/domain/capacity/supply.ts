import type { Pool } from '../spiderpool/pool.ts';

/** What one NIC and family draws its addresses from. */
export type Supply = FixedSupply | PoolSupply;

/** A fixed pool, made of a subnet for this workload alone. */
export interface FixedSupply {
  readonly kind: 'fixed';
  readonly subnet: string;
  /** Addresses that the pool will have. */
  readonly size: bigint;
  /** Beyond the replicas; `undefined` where the size is a fixed total. */
  readonly elastic: bigint | undefined;
  /** Addresses of the pool that the workload, or a former one of its name, has already; it is resized. */
  readonly kept: bigint;
  /** Pools may be read, so that there would be no other one. */
  readonly keptKnown: boolean;
  /** Those of them that Pods will not get, being reserved. */
  readonly unusable: bigint;
  /** What the subnet has to hand out on top. */
  readonly needed: bigint;
  readonly stock: SubnetStock;
}

/** What is known of the subnet of a fixed pool. */
export type SubnetStock =
  | { readonly state: 'known'; readonly free: bigint; readonly total: bigint; readonly legible: boolean }
  | { readonly state: 'loading' | 'unreadable' };

/** Existing pools, alternatives to each other: shared with other workloads as a rule. */
export interface PoolSupply {
  readonly kind: 'pools';
  /** Those that the NIC may really draw from. */
  readonly shares: readonly PoolShare[];
  /** Names of those that it may not. */
  readonly shutOut: readonly string[];
  /** Addresses that nobody holds. */
  readonly free: bigint;
  /** Addresses that this workload holds. */
  readonly held: bigint;
  /** Of all addresses those that Pods can ever be given. */
  readonly total: bigint;
  /** Other interfaces that draw from some of these pools too. */
  readonly sharedWith: readonly string[];
  /** Pods that are sure to get an address, whichever pool each NIC draws from: no more than `free` + `held`. */
  readonly sure: bigint;
}

/** One pool as far as it helps one NIC. */
export interface PoolShare {
  readonly pool: Pool;
  readonly free: bigint;
  readonly held: bigint;
  /** Free addresses that are not to be had (`poolRoom`). */
  readonly beyondRecords: bigint;
  /** The pool serves only under a condition, such as on some of the nodes. */
  readonly conditional: boolean;
}
