import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { fromRanges, subtract } from '../../../src/domain/ip/range-set.ts';
import type { RangeSet } from '../../../src/domain/ip/range-set.ts';
import { listOr, objectOr, textOr } from '../../store/json.ts';
import { texts } from './label-selector.ts';

/** A route of a pool, a subnet or a Pod. */
export interface Route {
  dst: string;
  gw: string;
}

/** The part of the spec that pools and subnets share (reference 2.2, 2.3). */
export interface AddressBlock {
  /** `spec.ipVersion`; absent only in objects that never passed the webhook. */
  family: AddressFamily | undefined;
  /** The CIDR as written. */
  subnet: string;
  ips: string[];
  excludeIPs: string[];
  gateway: string | undefined;
  /** Absent and empty differ: an empty list blocks inheritance from the subnet. */
  routes: Route[] | undefined;
}

export function readAddressBlock(spec: Record<string, unknown>): AddressBlock {
  return {
    family: familyOfVersion(spec.ipVersion),
    subnet: textOr(spec.subnet),
    ips: texts(spec.ips),
    excludeIPs: texts(spec.excludeIPs),
    gateway: typeof spec.gateway === 'string' ? spec.gateway : undefined,
    routes: Array.isArray(spec.routes) ? readRoutes(spec.routes) : undefined,
  };
}

export function familyOfVersion(version: unknown): AddressFamily | undefined {
  if (version === 4) return 'ipv4';
  return version === 6 ? 'ipv6' : undefined;
}

/** `spec.ips` without `spec.excludeIPs`. Entries that are no ranges count as nothing. */
export function blockAddresses(
  block: Pick<AddressBlock, 'ips' | 'excludeIPs'>,
  family: AddressFamily,
): RangeSet {
  return subtract(fromRanges(family, block.ips).set, fromRanges(family, block.excludeIPs).set);
}

/** A CIDR as a label value: `10.6.0.0/16` becomes `10-6-0-0-16`. */
export function cidrLabel(cidr: string): string {
  return cidr.replaceAll(/[.:/]/g, '-');
}

function readRoutes(value: unknown): Route[] {
  return listOr(value).map((item) => {
    const route = objectOr(item);
    return { dst: textOr(route.dst), gw: textOr(route.gw) };
  });
}
