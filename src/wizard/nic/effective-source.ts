import type { ClusterView } from '../../domain/cluster-view.ts';
import type { NetworkDraft } from '../../domain/workload/draft.ts';
import { networkInEffect } from '../../domain/workload/source-in-effect.ts';

/**
 * The draft as the cluster allows it to be edited. Where Spiderpool makes no fixed pools (S2), a draft that merely
 * starts in that mode and has no subnet yet is one of chosen pools: both write the same, nothing. A subnet that stands
 * in a manifest is kept and shown with its error.
 */
export function withPossibleSource(network: NetworkDraft, { settings }: ClusterView): NetworkDraft {
  if (network.source !== 'fixed' || settings.enableAutoPool) return network;
  const chosen = [network.eth0, ...network.nics].some(
    ({ subnets }) => subnets.ipv4 !== '' || subnets.ipv6 !== '',
  );
  return chosen ? network : { ...network, source: 'pools' };
}

/** The draft as it works in the cluster now: with the default pools while nobody has configured it. */
export function effectiveNetwork(network: NetworkDraft, view: ClusterView): NetworkDraft {
  const effective = networkInEffect(network);
  return effective === network ? withPossibleSource(network, view) : effective;
}
