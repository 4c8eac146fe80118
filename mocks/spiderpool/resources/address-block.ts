import { parseAddress } from '../../../src/domain/ip/address.ts';
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

/**
 * The same as pools are counted and compared (`NewCIDR` of Spiderpool): a range that is written from its end to its start is
 * turned round, although nothing is ever given from it.
 */
export function countedAddresses(
  { ips, excludeIPs }: Pick<AddressBlock, 'ips' | 'excludeIPs'>,
  family: AddressFamily,
): RangeSet {
  const turned = ips.map((text) => {
    const [start = '', end] = text.split('-');
    const [first, last] = [parseAddress(start), parseAddress(end ?? start)];
    return first.ok && last.ok && first.value.value > last.value.value ? `${end}-${start}` : text;
  });
  return blockAddresses({ ips: turned, excludeIPs }, family);
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
