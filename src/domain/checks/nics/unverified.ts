import type { Knowledge } from '../../cluster-view.ts';
import { addressFamilies } from '../../ip/address.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { warning } from '../report.ts';
import { addressPath, chosenNames } from './nic-fields.ts';

/** Names that nobody could look up (R23): they may be typed, and are marked as unverified. */
export function checkUnverified({ network }: Draft, { nics, view }: CheckContext): readonly Finding[] {
  const { source } = network;
  const stock = source === 'fixed' ? view.subnets : view.pools;
  return nics.flatMap((nic) => {
    const { attachment } = nic.nic;
    const params = { nic: nic.interfaceName };
    const unseen =
      attachment !== '' && isUnreadable(view.attachments)
        ? [warning('nic.attachmentUnverified', `${nic.path}.attachment`, { ...params, name: attachment })]
        : [];
    if (source === 'default' || !isUnreadable(stock)) return unseen;
    const code = source === 'fixed' ? 'nic.subnetUnverified' : 'nic.poolUnverified';
    return [
      ...unseen,
      ...addressFamilies.flatMap((family) => {
        const names = chosenNames(nic, source, family);
        if (names.length === 0) return [];
        return [warning(code, addressPath(nic, source, family), { ...params, names: names.join(', ') })];
      }),
    ];
  });
}

/** Not there to be read; a list that is still on its way is no reason to worry anybody. */
function isUnreadable({ state }: Knowledge<unknown>): boolean {
  return state === 'forbidden' || state === 'unknown';
}
