import { asksForSubnets } from './asks-for-subnets.ts';
import type { Draft, NetworkDraft } from './draft.ts';

/**
 * The network as it works while nobody has configured it. A fixed pool is what a new draft asks with first; as long as
 * no NIC is added, eth0 is the cluster's and no subnet is chosen, nothing is written, and where Spiderpool serves eth0
 * it takes the default pools (domain reference 1.2, rows 4 to 6). Anything that was chosen makes it as it says.
 * @returns the same reference for the same network
 */
export function networkInEffect(network: NetworkDraft): NetworkDraft {
  const { source, eth0, nics } = network;
  if (source !== 'fixed' || nics.length > 0 || eth0.attachment !== '' || asksForSubnets(network)) {
    return network;
  }
  const before = unconfigured.get(network);
  if (before !== undefined) return before;
  const byDefault: NetworkDraft = { ...network, source: 'default' };
  unconfigured.set(network, byDefault);
  return byDefault;
}

const unconfigured = new WeakMap<NetworkDraft, NetworkDraft>();

/** The draft with its network as it works now. */
export function draftInEffect(draft: Draft): Draft {
  const network = networkInEffect(draft.network);
  return network === draft.network ? draft : { ...draft, network };
}
