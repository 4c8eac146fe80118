import type { RangeSet } from '../ip/range-set.ts';
import type { AddressStock, Unheld } from './stock.ts';

/** A SpiderSubnet as the console understands it (domain reference 2.3). */
export interface Subnet extends AddressStock, Unheld {
  readonly name: string;
  /** Addresses handed to pools: the union of `status.controlledIPPools[*].ips`. */
  readonly handedOut: RangeSet;
  readonly terminating: boolean;
}
