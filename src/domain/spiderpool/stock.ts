import type { AddressFamily } from '../ip/address.ts';
import { parseAddress } from '../ip/address.ts';
import { parseCidr } from '../ip/cidr.ts';
import { countAddresses, fromRanges, subtract } from '../ip/range-set.ts';
import type { RangeSet } from '../ip/range-set.ts';
import { textAt, textsAt, valueAt } from '../untyped.ts';
import type { PoolProblem } from './pool.ts';

/** What pools and subnets have in common: a CIDR, a gateway and the addresses they may hand out. */
export interface AddressStock {
  readonly family: AddressFamily;
  /** `spec.subnet`, the CIDR as written. */
  readonly subnet: string;
  readonly gateway: string | undefined;
  /** `spec.vlan` of releases before 1.0; `undefined` where it is not set or 0, untagged (domain reference 10). */
  readonly vlan: number | undefined;
  /** `spec.ips` without `spec.excludeIPs`. */
  readonly addresses: RangeSet;
  /** How many `addresses` are; reserved ones count, as in the object's own `totalIPCount`. */
  readonly total: bigint;
  /** What of the object could not be read; shown on it, never hidden. */
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
  const vlan = valueAt(spec, 'vlan');
  const addresses = subtract(included.set, excluded.set);
  const badSubnet = !cidr.ok || cidr.value.hostBits || cidr.value.network.family !== family;
  return {
    family,
    subnet,
    addresses,
    total: countAddresses(addresses),
    gateway,
    vlan: typeof vlan === 'number' && vlan > 0 ? vlan : undefined,
    problems: [
      ...(badSubnet ? [{ code: 'pool.badSubnet' as const, text: subnet }] : []),
      ...[...included.problems, ...excluded.problems].map(({ text }) => ({
        code: 'pool.badRange' as const,
        text,
      })),
    ],
  };
}

/** The addresses of a stock that nobody holds, and how many they are. */
export interface Unheld {
  readonly unheld: RangeSet;
  readonly unheldCount: bigint;
}

export function unheldOf(addresses: RangeSet, held: RangeSet): Unheld {
  const unheld = subtract(addresses, held);
  return { unheld, unheldCount: countAddresses(unheld) };
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
