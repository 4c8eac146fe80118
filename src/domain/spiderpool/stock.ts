import type { AddressFamily } from '../ip/address.ts';
import { parseAddress } from '../ip/address.ts';
import { parseCidr } from '../ip/cidr.ts';
import { fromRanges, subtract } from '../ip/range-set.ts';
import type { RangeSet } from '../ip/range-set.ts';
import { textAt, textsAt, valueAt } from '../untyped.ts';
import type { PoolProblem } from './pool.ts';

/** What pools and subnets have in common: a CIDR, a gateway and the addresses they may hand out. */
export interface AddressStock {
  readonly family: AddressFamily;
  readonly subnet: string;
  readonly gateway?: string;
  /** `ips` without `excludeIPs`. */
  readonly addresses: RangeSet;
  readonly problems: readonly PoolProblem[];
}

/**
 * Reads `spec` of a pool or a subnet. The family is `ipVersion`, else that of the CIDR, else that of the first
 * range, as Spiderpool's webhook derives it.
 */
export function decodeStock(spec: unknown): AddressStock {
  const subnet = textAt(spec, 'subnet') ?? '';
  const cidr = parseCidr(subnet);
  const ips = textsAt(spec, 'ips');
  const family = familyOf(valueAt(spec, 'ipVersion')) ?? guessFamily(subnet) ?? guessFamily(ips[0]) ?? 'ipv4';
  const included = fromRanges(family, ips);
  const excluded = fromRanges(family, textsAt(spec, 'excludeIPs'));
  const gateway = textAt(spec, 'gateway');
  const badSubnet = !cidr.ok || cidr.value.hostBits || cidr.value.network.family !== family;
  return {
    family,
    subnet,
    addresses: subtract(included.set, excluded.set),
    ...(gateway === undefined ? {} : { gateway }),
    problems: [
      ...(badSubnet ? [{ code: 'pool.badSubnet' as const, text: subnet }] : []),
      ...[...included.problems, ...excluded.problems].map(({ text }) => ({
        code: 'pool.badRange' as const,
        text,
      })),
    ],
  };
}

/** `4` and `6`, as `spec.ipVersion` has them. */
export function familyOf(ipVersion: unknown): AddressFamily | undefined {
  if (ipVersion === 4) return 'ipv4';
  return ipVersion === 6 ? 'ipv6' : undefined;
}

/** The family of an address, range or CIDR by its first address. */
export function guessFamily(text: string | undefined): AddressFamily | undefined {
  const first = parseAddress(text?.split(/[-/]/, 1)[0] ?? '');
  return first.ok ? first.value.family : undefined;
}
