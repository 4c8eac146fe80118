import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { textOr } from '../../store/json.ts';
import type { Route } from '../resources/address-block.ts';
import type { AddressBlock } from '../resources/address-block.ts';
import type { SpiderpoolSettings } from '../settings.ts';
import {
  addressProblem,
  cidrProblem,
  familyOfCidr,
  familyOfRange,
  inside,
  mergeRanges,
  rangeProblem,
  unformattedProblem,
} from './address-rules.ts';
import { forbiddenField, invalidField, unsupportedField } from './denial.ts';
import type { FieldDenial } from './denial.ts';

/** The rules that pools, subnets and reserved addresses share (reference 2.2, 2.3). */

/** The family of the object; a refusal when there is none or it is switched off. */
export function familyRule(
  version: unknown,
  missing: string,
  settings: SpiderpoolSettings,
): FieldDenial | undefined {
  const field = 'spec.ipVersion';
  if (version === undefined || version === null) return invalidField(field, null, missing);
  if (version !== 4 && version !== 6) {
    return unsupportedField(field, typeof version === 'number' ? version : textOr(version), ['4', '6']);
  }
  if (version === 4 && !settings.enableIPv4) return forbiddenField(field, 'IPv4 is disabled');
  if (version === 6 && !settings.enableIPv6) return forbiddenField(field, 'IPv6 is disabled');
  return undefined;
}

/** `spec.subnet` has to be a CIDR of its family, in network form. */
export function subnetFieldRule(block: AddressBlock, family: AddressFamily): FieldDenial | undefined {
  const problem = cidrProblem(family, block.subnet) ?? unformattedProblem(block.subnet);
  return problem === undefined ? undefined : invalidField('spec.subnet', block.subnet, problem);
}

/** Family and CIDR never change. */
export function immutableRule(before: AddressBlock, after: AddressBlock): FieldDenial | undefined {
  if (before.family !== undefined && after.family !== undefined && before.family !== after.family) {
    return forbiddenField('spec.ipVersion', 'is not changeable');
  }
  if (before.subnet !== after.subnet) return forbiddenField('spec.subnet', 'is not changeable');
  return undefined;
}

/** Every range of a list is sound and inside the CIDR. */
export function rangesRule(
  field: string,
  block: AddressBlock,
  family: AddressFamily,
): FieldDenial | undefined {
  const ranges = field === 'spec.ips' ? block.ips : block.excludeIPs;
  for (const [index, range] of ranges.entries()) {
    const denial = containedRule(`${field}[${index}]`, block, family, range, rangeProblem(family, range));
    if (denial !== undefined) return denial;
  }
  return undefined;
}

/** The gateway is inside the CIDR, and is not handed out to Pods. */
export function gatewayRule(block: AddressBlock, family: AddressFamily): FieldDenial | undefined {
  const { gateway } = block;
  if (gateway === undefined) return undefined;
  const outside = containedRule('spec.gateway', block, family, gateway, addressProblem(family, gateway));
  if (outside !== undefined) return outside;
  if (block.excludeIPs.some((range) => holds(range, gateway))) return undefined;
  const index = block.ips.findIndex((range) => holds(range, gateway));
  if (index < 0) return undefined;
  return invalidField(
    `spec.ips[${index}]`,
    block.ips[index] ?? '',
    `conflicts with 'spec.gateway' ${gateway}, add the gateway IP address to 'spec.excludeIPs' or remove it from 'spec.ips'`,
  );
}

/** Routes have a destination of their own, none is the default route, and their gateways are inside the CIDR. */
export function routesRule(block: AddressBlock, family: AddressFamily): FieldDenial | undefined {
  const seen = new Set<string>();
  for (const [index, route] of (block.routes ?? []).entries()) {
    const denial = routeRule(`spec.routes[${index}]`, route, block, family, seen);
    if (denial !== undefined) return denial;
    seen.add(route.dst);
  }
  return undefined;
}

function routeRule(
  path: string,
  route: Route,
  block: AddressBlock,
  family: AddressFamily,
  seen: ReadonlySet<string>,
): FieldDenial | undefined {
  const refuse = (why: string) => invalidField(`${path}.dst`, route.dst, why);
  if (route.dst === (family === 'ipv4' ? '0.0.0.0/0' : '::/0')) {
    return refuse(`please specify 'spec.gateway' to configure the default route`);
  }
  if (seen.has(route.dst)) return refuse('duplicate route with the same dst');
  const problem = cidrProblem(family, route.dst);
  if (problem !== undefined) return refuse(problem);
  return containedRule(`${path}.gw`, block, family, route.gw, addressProblem(family, route.gw));
}

function containedRule(
  field: string,
  block: AddressBlock,
  family: AddressFamily,
  text: string,
  syntaxProblem: string | undefined,
): FieldDenial | undefined {
  const problem = cidrProblem(family, block.subnet) ?? syntaxProblem;
  if (problem !== undefined) return invalidField(field, text, problem);
  if (inside(block.subnet, text)) return undefined;
  return invalidField(field, text, `not pertains to the 'spec.subnet' ${block.subnet} of IPPool`);
}

function holds(range: string, address: string): boolean {
  const family = familyOfRange(range);
  if (family === undefined || familyOfRange(address) !== family) return false;
  const merged = mergeRanges(family, [range, address]);
  return merged !== undefined && merged.join() === (mergeRanges(family, [range]) ?? []).join();
}

/** Fills `spec.ipVersion` from the CIDR and merges lists of more than one range, as the mutating webhooks do. */
export function defaultBlock(spec: Record<string, unknown>, block: AddressBlock): AddressFamily | undefined {
  const family =
    spec.ipVersion === undefined || spec.ipVersion === null ? familyOfCidr(block.subnet) : block.family;
  if (family === undefined) return undefined;
  spec.ipVersion = family === 'ipv4' ? 4 : 6;
  return family;
}

/** Replaces a list of more than one range by its merged form. @returns false when a range is unsound */
export function mergeList(
  spec: Record<string, unknown>,
  key: 'ips' | 'excludeIPs',
  family: AddressFamily,
): boolean {
  const list = spec[key];
  if (!Array.isArray(list) || list.length < 2) return true;
  const merged = mergeRanges(family, list.map(String));
  if (merged === undefined) return false;
  spec[key] = merged;
  return true;
}
