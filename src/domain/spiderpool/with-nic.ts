import type { NetworkDraft, NicDraft } from '../workload/draft.ts';

/** Which NIC of a draft: eth0, or the position among the added ones. */
export type NicIndex = number | 'eth0';

/** The draft with one NIC replaced. A position that no NIC has changes nothing. */
export function withNic(
  network: NetworkDraft,
  index: NicIndex,
  change: (nic: NicDraft) => NicDraft,
): NetworkDraft {
  if (index === 'eth0') return { ...network, eth0: change(network.eth0) };
  return { ...network, nics: network.nics.map((nic, at) => (at === index ? change(nic) : nic)) };
}
