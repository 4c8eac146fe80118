import { failed, parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { formatIpv4, parseIpv4 } from './ipv4-text.ts';
import type { Ipv4Error } from './ipv4-text.ts';
import { formatIpv6, parseIpv6 } from './ipv6-text.ts';
import type { Ipv6Error } from './ipv6-text.ts';

export type AddressFamily = 'ipv4' | 'ipv6';

export const addressFamilies = ['ipv4', 'ipv6'] as const satisfies readonly AddressFamily[];

/** One IP address as a number of its family: 32 or 128 bits. */
export interface Address {
  readonly family: AddressFamily;
  readonly value: bigint;
}

/** Why a text is not an address. `text` is what was given. */
export interface AddressError {
  readonly code:
    | 'empty'
    /** A character that no address has: a space, a letter, `/`. */
    | 'characters'
    /** `fe80::1%eth0`: an address of a Pod network has no zone. */
    | 'zone'
    | Ipv4Error
    | Ipv6Error;
  readonly text: string;
}

/** The number of bits of an address: 32 or 128. */
export function addressBits(family: AddressFamily): 32 | 128 {
  return family === 'ipv4' ? 32 : 128;
}

/** The highest value of a family. */
export function maxAddressValue(family: AddressFamily): bigint {
  return (1n << BigInt(addressBits(family))) - 1n;
}

/**
 * Reads an IPv4 or IPv6 address, strictly: no blanks, no short or octal IPv4 forms, no zone. IPv4 embedded in IPv6
 * (`::ffff:1.2.3.4`) is read as IPv6.
 */
export function parseAddress(text: string): Parsed<Address, AddressError> {
  if (text === '') return failed({ code: 'empty', text });
  if (text.includes('%')) return failed({ code: 'zone', text });
  if (!/^[0-9a-fA-F:.]+$/.test(text)) return failed({ code: 'characters', text });
  if (text.includes(':')) {
    const value = parseIpv6(text);
    return value.ok ? parsed({ family: 'ipv6', value: value.value }) : failed({ code: value.error, text });
  }
  const value = parseIpv4(text);
  return value.ok
    ? parsed({ family: 'ipv4', value: BigInt(value.value) })
    : failed({ code: value.error, text });
}

/** The canonical text: dotted decimal, or RFC 5952. */
export function formatAddress(address: Address): string {
  return address.family === 'ipv4' ? formatIpv4(Number(address.value)) : formatIpv6(address.value);
}

/** Order for sorting: IPv4 before IPv6, then by value. */
export function compareAddresses(a: Address, b: Address): number {
  if (a.family !== b.family) return a.family === 'ipv4' ? -1 : 1;
  if (a.value === b.value) return 0;
  return a.value < b.value ? -1 : 1;
}
