import type { AddressFamily } from '../../domain/ip/address.ts';
import type { NicView } from './nic-view.ts';

/** The pools or subnets of a family that the other NICs have, with the interface that has each. */
export function namesOfOthers(
  nics: readonly NicView[],
  self: NicView,
  family: AddressFamily,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const nic of nics) {
    if (nic.position === self.position) continue;
    for (const { name } of nic.stocks[family]) names.set(name, nic.interfaceName);
  }
  return names;
}
