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
  const nics = [...new Set(results.map(({ nic }) => nic))];
  return nics.map((nic) => {
    const own = results.filter((result) => result.nic === nic);
    const ipv4 = own.find(({ family }) => family === 'ipv4');
    const ipv6 = own.find(({ family }) => family === 'ipv6');
    const routes = own.flatMap((result) => result.routes);
    return {
      interface: nic,
      ...(ipv4 === undefined ? {} : { ipv4: ipv4.address, ipv4Pool: ipv4.pool }),
      ...(ipv4?.gateway === undefined ? {} : { ipv4Gateway: ipv4.gateway }),
      ...(ipv6 === undefined ? {} : { ipv6: ipv6.address, ipv6Pool: ipv6.pool }),
      ...(ipv6?.gateway === undefined ? {} : { ipv6Gateway: ipv6.gateway }),
      vlan: 0,
      ...(own[0]?.gateway === undefined ? {} : { cleanGateway: own[0].cleanGateway }),
      ...(routes.length === 0 ? {} : { routes }),
    };
  });
}

/**
 * Without interface names the first NIC is eth0, and the others wait nameless, in order, for their turn (reference 1.6).
 */
export function withoutNames(records: readonly NicRecord[]): NicRecord[] {
  return records
    .toSorted((a, b) => Number(a.interface) - Number(b.interface))
    .map((record, index) => ({ ...record, interface: index === 0 ? 'eth0' : '' }));
}
