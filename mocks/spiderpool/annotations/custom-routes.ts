import { parseAddress } from '../../../src/domain/ip/address.ts';
import { cidrContains, parseCidr } from '../../../src/domain/ip/cidr.ts';
import { decodeGoJson, GoJsonError, goString } from '../../go/json-decode.ts';
import type { GoShape } from '../../go/json-decode.ts';
import { IpamError } from '../ipam/ipam-error.ts';
import { annotations } from '../names.ts';
import type { Route } from '../resources/address-block.ts';
import { invalidFormat } from './pool-request.ts';

const shape: GoShape = {
  kind: 'list',
  name: 'AnnoPodRoutesValue',
  of: { kind: 'struct', name: 'AnnoRouteItem', fields: { dst: goString, gw: goString } },
};

/**
 * `ipam.spidernet.io/routes` (reference 1.10).
 * @throws IpamError
 */
export function readCustomRoutes(given: Readonly<Record<string, string>>): Route[] {
  const text = given[annotations.routes];
  if (text === undefined) return [];
  const prefix = invalidFormat(annotations.routes);
  const routes = decode(text, prefix);
  for (const { dst, gw } of routes) {
    const cidr = parseCidr(dst);
    const gateway = parseAddress(gw);
    if (!cidr.ok || !gateway.ok || cidr.value.network.family !== gateway.value.family) {
      throw new IpamError(`${prefix}: invalid route format 'dst: ${dst}, gw: ${gw}'`);
    }
  }
  return routes;
}

/** Whether a gateway lies in the network of a NIC's address (`10.6.0.9/16`): then the route is that NIC's. */
export function reaches(addressWithPrefix: string, gateway: string): boolean {
  const cidr = parseCidr(addressWithPrefix);
  const address = parseAddress(gateway);
  return cidr.ok && address.ok && cidrContains(cidr.value, address.value);
}

function decode(text: string, prefix: string): Route[] {
  try {
    const decoded = (decodeGoJson(text, shape) ?? []) as ({ dst?: string; gw?: string } | undefined)[];
    return decoded.map((route) => ({ dst: route?.dst ?? '', gw: route?.gw ?? '' }));
  } catch (error) {
    if (!(error instanceof GoJsonError)) throw error;
    throw new IpamError(`${prefix}: ${error.message}`);
  }
}
