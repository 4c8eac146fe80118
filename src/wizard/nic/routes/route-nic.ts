import { parseAddress } from '../../../domain/ip/address.ts';
import { cidrContains, parseCidr } from '../../../domain/ip/cidr.ts';
import { addressFamilies } from '../../../domain/ip/address.ts';
import type { NicView } from '../nic-view.ts';

/**
 * The NIC that a custom route leaves by: the first whose subnet contains the gateway (`groupCustomRoutes`, domain
 * reference 1.10). `undefined` when none does, or the gateway is no address yet.
 */
export function routeNic(gateway: string, nics: readonly NicView[]): NicView | undefined {
  const address = parseAddress(gateway);
  if (!address.ok) return undefined;
  return nics.find(({ stocks }) =>
    addressFamilies.some((family) =>
      stocks[family].some(({ facts }) => {
        const cidr = parseCidr(facts?.cidr ?? '');
        return cidr.ok && cidrContains(cidr.value, address.value);
      }),
    ),
  );
}
