import { known } from '../../cluster-view.ts';
import { addressFamilies } from '../../ip/address.ts';
import type { AddressFamily } from '../../ip/address.ts';
import { expandNames } from '../../spiderpool/expand-names.ts';
import { poolsByName } from '../../spiderpool/pool-index.ts';
import type { ResolvedNic } from '../../spiderpool/resolve-nics.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error } from '../report.ts';
import { addressPath, familyNames } from './nic-fields.ts';

/**
 * Chosen pools exist, hold addresses of their field's family and come up once: one bad name fails the allocation of
 * every NIC (domain reference 1.6, 3.2 row 3).
 */
export function checkPoolNames({ network }: Draft, context: CheckContext): readonly Finding[] {
  if (network.source !== 'pools') return [];
  return eachField(context, (nic, family) => {
    const pools = known(context.view.pools);
    const { names, missing, repeated } = expandNames(nic.nic.pools[family], family, pools);
    const byName = pools === undefined ? undefined : poolsByName(pools);
    const otherFamily = names.filter((name) => (byName?.get(name)?.family ?? family) !== family);
    const at = addressPath(nic, 'pools', family);
    return [
      ...missing.map((name) => error('nic.poolUnknown', at, { nic: nic.interfaceName, name })),
      ...repeated.map((name) => error('nic.poolRepeated', at, { nic: nic.interfaceName, name })),
      ...otherFamily.map((name) =>
        error('nic.otherFamily', at, { nic: nic.interfaceName, name, family: familyNames[family] }),
      ),
    ];
  });
}

/** Chosen subnets exist and are of their field's family: of a missing one only the controller's log speaks (1.3). */
export function checkSubnetNames({ network }: Draft, context: CheckContext): readonly Finding[] {
  const subnets = known(context.view.subnets);
  if (network.source !== 'fixed' || subnets === undefined) return [];
  return eachField(context, (nic, family) => {
    const name = nic.nic.subnets[family];
    if (name === '') return [];
    const at = addressPath(nic, 'fixed', family);
    const params = { nic: nic.interfaceName, name };
    const found = subnets.find((subnet) => subnet.name === name);
    if (found === undefined) return [error('nic.subnetUnknown', at, params)];
    if (found.family === family) return [];
    return [error('nic.otherFamily', at, { ...params, family: familyNames[family] })];
  });
}

function eachField(
  { nics }: CheckContext,
  check: (nic: ResolvedNic, family: AddressFamily) => readonly Finding[],
): readonly Finding[] {
  return nics.flatMap((nic) => addressFamilies.flatMap((family) => check(nic, family)));
}
