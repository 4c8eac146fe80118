import type { Clock } from '../clock.ts';
import type { StoreReader } from '../store/memory-store.ts';
import { objectOr, textOr } from '../store/json.ts';
import type { PodNetwork } from './pod-network.ts';

const FIRST_BLOCK = 64;
const HOSTS = 253;

/**
 * The network of a cluster without Multus: one IPv4 address from a /24 of the Pod's node, 10.233.64.0/24 for the first.
 */
export function createDefaultNetwork({ store }: { store: StoreReader; clock?: Clock }): PodNetwork {
  const addresses = new Map<string, string>();
  const blocks = new Map<string, number>();
  const offsets = new Map<string, number>();

  function blockOf(node: string): string {
    const cidr = /^(\d+\.\d+\.\d+)\.0\/24$/.exec(
      textOr(objectOr(store.peek('v1/nodes', undefined, node)?.spec).podCIDR),
    )?.[1];
    if (cidr !== undefined) return cidr;
    const block = blocks.get(node) ?? FIRST_BLOCK + blocks.size;
    blocks.set(node, block);
    return `10.233.${block}`;
  }

  /** The next address after the last one given, as Calico does; undefined when all are taken. */
  function nextAddress(node: string): string | undefined {
    const block = blockOf(node);
    const taken = new Set(addresses.values());
    const offset = offsets.get(node) ?? 0;
    for (let step = 0; step < HOSTS; step += 1) {
      const host = ((offset + step) % HOSTS) + 1;
      const address = `${block}.${host}`;
      if (taken.has(address)) continue;
      offsets.set(node, host);
      return address;
    }
    return undefined;
  }

  return {
    setUp(pod, sandbox) {
      const address = addresses.get(pod.metadata.uid) ?? nextAddress(textOr(objectOr(pod.spec).nodeName));
      if (address === undefined) {
        return {
          outcome: 'failed',
          message:
            `rpc error: code = Unknown desc = failed to setup network for sandbox "${sandbox.id}": ` +
            'plugin type="calico" failed (add): failed to request IPv4 addresses: Assigned 0 out of 1 requested IPv4 addresses',
          events: [],
        };
      }
      addresses.set(pod.metadata.uid, address);
      return { outcome: 'ready', podIPs: [address], annotations: {}, events: [] };
    },
    tearDown(pod) {
      addresses.delete(pod.metadata.uid);
    },
  };
}
