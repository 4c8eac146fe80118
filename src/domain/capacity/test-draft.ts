import { testPool, testSubnet } from '../test-cluster.ts';
import type { Pool } from '../spiderpool/pool.ts';
import type { Subnet } from '../spiderpool/subnet.ts';
import type { Draft, NetworkDraft, NicDraft } from '../workload/draft.ts';
import { emptyContainer, emptyNic, newDraft } from '../workload/new-draft.ts';

/** A workload `default/web` with its NICs on `kube-system/macvlan`, for the tests of this folder. */
export function draftOf(replicas: number, network: Partial<NetworkDraft>): Draft {
  const draft = newDraft({ namespace: 'default' });
  return {
    ...draft,
    basics: { ...draft.basics, name: 'web', replicas: String(replicas) },
    containers: [{ ...emptyContainer(), name: 'web', image: 'nginx:1.27' }],
    network: { ...draft.network, ...network },
  };
}

export function nicWith(choice: Partial<NicDraft>): NicDraft {
  return { ...emptyNic(), attachment: 'kube-system/macvlan', ...choice };
}

export function drawing(...ipv4: string[]): NicDraft {
  return nicWith({ pools: { ipv4, ipv6: [] } });
}

export function carving(ipv4: string): NicDraft {
  return nicWith({ subnets: { ipv4, ipv6: '' } });
}

/** A fixed pool of the replicas and so many elastic addresses. */
export function elastic(count: number): Pick<NetworkDraft, 'elastic'> {
  return { elastic: { enabled: true, count: String(count), form: 'elastic' } };
}

export function total(count: number): Pick<NetworkDraft, 'elastic'> {
  return { elastic: { enabled: false, count: String(count), form: 'total' } };
}

/** An IPv4 pool of so many addresses, in a place of its own of 10.6.0.0/16. */
export function poolOf(
  name: string,
  size: number,
  place: number,
  more: Parameters<typeof testPool>[2] = {},
): Pool {
  return testPool(name, { ips: size === 0 ? [] : [`10.6.${place}.1-10.6.${place}.${size}`] }, more);
}

export function subnetOf(name: string, size: number, place: number): Subnet {
  const ips = size === 0 ? [] : [`10.${place}.0.1-10.${place}.0.${size}`];
  return testSubnet(name, { subnet: `10.${place}.0.0/16`, ips });
}
