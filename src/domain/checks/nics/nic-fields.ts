import type { AddressFamily } from '../../ip/address.ts';
import type { NicRow } from '../../spiderpool/nic-rows.ts';
import type { AddressSource } from '../../workload/draft.ts';

export const familyNames: Readonly<Record<AddressFamily, string>> = { ipv4: 'IPv4', ipv6: 'IPv6' };

/** The path of the field in which the addresses of a NIC are chosen; where its attachment decides, the attachment's. */
export function addressPath({ path }: NicRow, source: AddressSource, family: AddressFamily): string {
  switch (source) {
    case 'fixed':
      return `${path}.subnets.${family}`;
    case 'pools':
      return `${path}.pools.${family}`;
    case 'default':
      return `${path}.attachment`;
  }
}

/** The names chosen for a NIC: of subnets in fixed mode, of pools in manual mode; none where its attachment decides. */
export function chosenNames(
  { nic }: NicRow,
  source: AddressSource,
  family: AddressFamily,
): readonly string[] {
  switch (source) {
    case 'fixed':
      return nic.subnets[family] === '' ? [] : [nic.subnets[family]];
    case 'pools':
      return nic.pools[family];
    case 'default':
      return [];
  }
}
