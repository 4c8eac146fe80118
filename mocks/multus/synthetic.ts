import { createHash } from 'node:crypto';

/** Addresses that no part of the simulated cluster keeps a record of. The same seed gives the same address. */

/** Hexadecimal digits that follow from a seed. */
export function hexadecimal(seed: string, digits: number): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, digits);
}

/** A locally administered unicast MAC address. */
export function macAddress(seed: string): string {
  const digits = hexadecimal(seed, 12);
  const first = ((Number.parseInt(digits.slice(0, 2), 16) & 0xfc) | 0x02).toString(16).padStart(2, '0');
  return [first, ...(digits.slice(2).match(/../g) ?? [])].join(':');
}

/** An address of 172.31.0.0/16 for a NIC whose IPAM is neither Spiderpool's nor an overlay's. */
export function foreignAddress(seed: string): string {
  const digits = hexadecimal(seed, 4);
  const [third, fourth] = [digits.slice(0, 2), digits.slice(2)].map((text) => Number.parseInt(text, 16));
  return `172.31.${third ?? 0}.${((fourth ?? 0) % 253) + 1}/16`;
}
