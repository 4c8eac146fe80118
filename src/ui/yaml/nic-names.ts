import { nicRows } from '../../domain/spiderpool/nic-rows.ts';
import type { NetworkDraft } from '../../domain/workload/draft.ts';

/** The interface names of a Pod by position, separated by blanks: a text, so that equal ones are equal. */
export function nicNames(network: NetworkDraft): string {
  return nicRows(network)
    .map(({ interfaceName }) => interfaceName)
    .join(' ');
}
