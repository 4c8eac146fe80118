import { failed, parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';

/** Why a text is not an IPv4 address in dotted decimal. */
export type Ipv4Error =
  /** Not four parts between dots: `10.1`, `1.2.3.4.5`, `1..2.3`. */
  | 'ipv4Shape'
  /** A part above 255. */
  | 'ipv4Octet'
  /** A part such as `01`: some programs read it as octal. */
  | 'ipv4LeadingZero';

const digits = /^[0-9]{1,3}$/;

/**
 * Reads four decimal octets. Short forms (`10.1`), octal and hexadecimal are refused, as Go's `net.ParseIP` and
 * `node:net` do.
 * @returns the address as an unsigned 32-bit number.
 */
export function parseIpv4(text: string): Parsed<number, Ipv4Error> {
  const octets = text.split('.');
  if (octets.length !== 4) return failed('ipv4Shape');
  let value = 0;
  for (const octet of octets) {
    if (!digits.test(octet)) return failed(/^[0-9]+$/.test(octet) ? 'ipv4Octet' : 'ipv4Shape');
    if (octet.length > 1 && octet.startsWith('0')) return failed('ipv4LeadingZero');
    const part = Number(octet);
    if (part > 255) return failed('ipv4Octet');
    value = value * 256 + part;
  }
  return parsed(value);
}

/** Dotted decimal of an unsigned 32-bit number. */
export function formatIpv4(value: number): string {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join('.');
}
