import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { reaches } from '../annotations/custom-routes.ts';
import type { Route } from '../resources/address-block.ts';
import type { NicRecord } from './endpoint.ts';

/** One address that was found for one NIC. */
export interface AllocationResult {
  /** An interface, or a number when `ippools` names none. */
  nic: string;
  family: AddressFamily;
  /** With prefix length. */
  address: string;
  pool: string;
  gateway: string | undefined;
  cleanGateway: boolean;
  routes: Route[];
}

/**
 * Gives each custom route to the first result whose network holds its gateway; the rest is lost without a word (reference 1.10,
 * `groupCustomRoutes`).
 */
export function withCustomRoutes(
  results: readonly AllocationResult[],
  routes: readonly Route[],
): AllocationResult[] {
  let left = [...routes];
  return results.map((result) => {
    const own = left.filter(({ gw }) => reaches(result.address, gw));
    left = left.filter((route) => !own.includes(route));
    return { ...result, routes: [...result.routes, ...own] };
  });
}

/** The entries of the endpoint: one for each NIC, in the order in which the NICs first appear. */
export function toRecords(results: readonly AllocationResult[]): NicRecord[] {
  const byNic = new Map<string, NicRecord>();
  for (const result of results) {
    const { nic, family, address, pool, gateway, cleanGateway, routes } = result;
    const record = byNic.get(nic) ?? { interface: nic, vlan: 0 };
    const first = !byNic.has(nic);
    if (family === 'ipv4') {
      record.ipv4 = address;
      record.ipv4Pool = pool;
      if (gateway !== undefined) record.ipv4Gateway = gateway;
    } else {
      record.ipv6 = address;
      record.ipv6Pool = pool;
      if (gateway !== undefined) record.ipv6Gateway = gateway;
    }
    if (first && gateway !== undefined) record.cleanGateway = cleanGateway;
    if (routes.length > 0) record.routes = [...(record.routes ?? []), ...routes];
    byNic.set(nic, record);
  }
  return [...byNic.values()];
}

/**
 * Without interface names the first NIC is eth0, and the others wait nameless, in order, for their turn (reference 1.6).
 */
export function withoutNames(records: readonly NicRecord[]): NicRecord[] {
  return records
    .toSorted((a, b) => Number(a.interface) - Number(b.interface))
    .map((record, index) => ({ ...record, interface: index === 0 ? 'eth0' : '' }));
}
