import { addressFamilies } from '../ip/address.ts';
import type { NetworkDraft } from '../workload/draft.ts';
import { nicRows } from './nic-rows.ts';
import { parsePoolNumber } from './pool-number.ts';
import { writeIpNumber } from './write-network.ts';

/**
 * Why Spiderpool refuses what a draft asks of subnets as a whole (`GetSubnetAnnoConfig`, `mutateAndValidateSubnetAnno`;
 * domain reference 1.3, 1.4). The controller then makes no pool and says nothing; the agent says this to every NIC.
 * Families that are switched off count here.
 */
export function subnetRequestFailure(network: NetworkDraft): string | undefined {
  const prefix = 'failed to get IPPool candidates from Subnet: ';
  const text = writeIpNumber(network);
  const number = parsePoolNumber(text);
  if (!number.ok) {
    return number.error === 'negativeNumber'
      ? `${prefix}subnet 'ipam.spidernet.io/ippool-ip-number' value must equal or greater than 0`
      : `${prefix}invalid input '${text}'`;
  }
  const rows = nicRows(network).filter(({ nic }) => nic.subnets.ipv4 !== '' || nic.subnets.ipv6 !== '');
  const shared = addressFamilies.some((family) =>
    hasRepeat(rows.map(({ nic }) => nic.subnets[family]).filter((name) => name !== '')),
  );
  if (shared) return `${prefix}it's invalid to use the same subnet for multiple interfaces: `;
  return hasRepeat(rows.map(({ interfaceName }) => interfaceName))
    ? `${prefix}it's invalid to use the same Interface name for multiple interfaces: `
    : undefined;
}

function hasRepeat(names: readonly string[]): boolean {
  return new Set(names).size < names.length;
}
