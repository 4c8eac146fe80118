import { failed, parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { addressBits, formatAddress, parseAddress } from './address.ts';
import type { Address, AddressError } from './address.ts';

/** An address with a prefix length, such as `10.6.0.1/16`. */
export interface Cidr {
  /** The first address of the network. */
  readonly network: Address;
  /** Prefix length in bits. */
  readonly prefix: number;
  /** The address as it was written. */
  readonly address: Address;
  /** The written address has bits beyond the prefix. Spiderpool refuses these in `spec.subnet` and accepts them in routes. */
  readonly hostBits: boolean;
}

/** Why a text is not a CIDR. */
export type CidrError =
  /** No `/`. */
  | { readonly code: 'noPrefix'; readonly text: string }
  /** More than one `/`, or a prefix that is not a plain number. */
  | { readonly code: 'badPrefix'; readonly text: string }
  /** A prefix above 32 or 128. */
  | { readonly code: 'prefixTooLong'; readonly text: string; readonly max: number }
  | AddressError;

/** Reads `address/prefix`. Host bits are accepted and reported, not corrected. */
export function parseCidr(text: string): Parsed<Cidr, CidrError> {
  const slash = text.indexOf('/');
  if (slash < 0) {
    const bare = parseAddress(text);
    return bare.ok ? failed({ code: 'noPrefix', text }) : bare;
  }
  const address = parseAddress(text.slice(0, slash));
  if (!address.ok) return address;
  const prefixText = text.slice(slash + 1);
  if (!/^(?:0|[1-9][0-9]*)$/.test(prefixText)) return failed({ code: 'badPrefix', text });
  const prefix = Number(prefixText);
  const max = addressBits(address.value.family);
  if (prefix > max) return failed({ code: 'prefixTooLong', text, max });
  return parsed(makeCidr(address.value, prefix));
}

/** The CIDR of an address and a prefix length that is in the bounds of its family. */
export function makeCidr(address: Address, prefix: number): Cidr {
  const hostSize = BigInt(addressBits(address.family) - prefix);
  const network = (address.value >> hostSize) << hostSize;
  return {
    network: { family: address.family, value: network },
    prefix,
    address,
    hostBits: network !== address.value,
  };
}

/** Canonical network text: `10.6.0.0/16`, whatever the host bits were. */
export function formatCidr(cidr: Cidr): string {
  return `${formatAddress(cidr.network)}/${cidr.prefix}`;
}

/** First and last address of the network. */
export function cidrRange(cidr: Cidr): { readonly first: bigint; readonly last: bigint } {
  const size = 1n << BigInt(addressBits(cidr.network.family) - cidr.prefix);
  return { first: cidr.network.value, last: cidr.network.value + size - 1n };
}

/** Whether the address is of the network's family and inside it. */
export function cidrContains(cidr: Cidr, address: Address): boolean {
  if (cidr.network.family !== address.family) return false;
  const { first, last } = cidrRange(cidr);
  return first <= address.value && address.value <= last;
}

/** Whether two networks share an address. Networks of different families never do. */
export function cidrsOverlap(a: Cidr, b: Cidr): boolean {
  const wider = a.prefix <= b.prefix ? a : b;
  return cidrContains(wider, wider === a ? b.network : a.network);
}
