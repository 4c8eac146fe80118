import type { NetworkDraft } from './draft.ts';

/** A fixed pool is asked for: the mode, and a subnet on some NIC. */
export function asksForSubnets({ source, eth0, nics }: NetworkDraft): boolean {
  return (
    source === 'fixed' && [eth0, ...nics].some(({ subnets }) => subnets.ipv4 !== '' || subnets.ipv6 !== '')
  );
}
