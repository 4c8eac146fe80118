import { known } from '../../cluster-view.ts';
import { addressFamilies } from '../../ip/address.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, when } from '../report.ts';
import { addressPath } from './nic-fields.ts';

/**
 * No pool is made from a subnet that is being deleted (R6, domain reference 1.3): only the controller's log says so.
 * The gates of the feature and the family are findings of their own, and so is what a subnet has left (R7).
 */
export function checkSubnetVerdicts({ network }: Draft, { nics, view }: CheckContext): readonly Finding[] {
  const subnets = known(view.subnets);
  if (network.source !== 'fixed' || subnets === undefined) return [];
  return nics.flatMap((nic) =>
    addressFamilies.flatMap((family) => {
      const name = nic.nic.subnets[family];
      const gone = subnets.some((subnet) => subnet.name === name && subnet.terminating);
      const params = { nic: nic.interfaceName, name };
      return when(gone, error('nic.subnetTerminating', addressPath(nic, 'fixed', family), params));
    }),
  );
}
