import { interfaceNames } from '../multus/networks.ts';
import type { NetworkDraft, NicDraft } from '../workload/draft.ts';

/** One NIC of the Pod with the name it will have there. */
export interface NicRow {
  /** `eth0`, `net1`, ... or the custom name. */
  readonly interfaceName: string;
  readonly nic: NicDraft;
  /** Position among the added NICs; `eth0` for the first one. */
  readonly index: number | 'eth0';
  /** Path of the NIC in the `Draft`: `network.eth0`, `network.nics.0`. */
  readonly path: string;
}

/** eth0 and then the added NICs, in the order in which the Pod gets them. */
export function nicRows(network: NetworkDraft): readonly NicRow[] {
  const names = interfaceNames(network.nics);
  return [
    { interfaceName: 'eth0', nic: network.eth0, index: 'eth0', path: 'network.eth0' },
    ...network.nics.map((nic, index): NicRow => ({
      interfaceName: names[index] ?? '',
      nic,
      index,
      path: `network.nics.${index}`,
    })),
  ];
}
