import type { ServicePort, ServiceSpec } from 'kubernetes-types/core/v1';
import { formatAddress, parseAddress } from '../../../src/domain/ip/address.ts';
import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { cidrContains, cidrRange, parseCidr } from '../../../src/domain/ip/cidr.ts';
import type { Cidr } from '../../../src/domain/ip/cidr.ts';
import { listOr, objectOr } from '../../store/json.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject } from '../../store/store.ts';

/** Where Services get their cluster IPs from. The first network is that of the primary family. */
export interface ServiceNetwork {
  /** One or two CIDRs, of different families. */
  cidrs: readonly string[];
}

export const DEFAULT_SERVICE_NETWORK: ServiceNetwork = { cidrs: ['10.96.0.0/16'] };

export const NODE_PORTS = { first: 30000, last: 32767 };

/** `IPv4` and `IPv6`, as Services write them. */
export const FAMILY_NAMES: Record<AddressFamily, 'IPv4' | 'IPv6'> = { ipv4: 'IPv4', ipv6: 'IPv6' };

/** The networks of a cluster by family name, primary first. @throws when a CIDR is none: a mistake of the scenario */
export function networksOf({ cidrs }: ServiceNetwork): Map<string, Cidr> {
  return new Map(
    cidrs.map((text) => {
      const cidr = parseCidr(text);
      if (!cidr.ok) throw new Error(`not a service network: ${text}`);
      return [FAMILY_NAMES[cidr.value.network.family], cidr.value];
    }),
  );
}

/** Cluster IPs that Services have already. @param except the UID of the Service that asks */
export function takenAddresses(store: MemoryStore, except: string): Set<string> {
  return new Set(otherServices(store, except).flatMap((spec) => spec.clusterIPs ?? [spec.clusterIP ?? '']));
}

/** Node ports that Services have already, whatever the protocol. @param except the UID of the Service that asks */
export function takenNodePorts(store: MemoryStore, except: string): Set<number> {
  return new Set(
    otherServices(store, except).flatMap((spec) =>
      (listOr(spec.ports) as ServicePort[]).flatMap(({ nodePort }) => nodePort ?? []),
    ),
  );
}

function otherServices(store: MemoryStore, except: string): ServiceSpec[] {
  return store
    .peekList('v1/services')
    .filter(({ metadata }) => metadata.uid !== except)
    .map(({ spec }) => objectOr(spec) as ServiceSpec);
}

/** A free address of a network: always the same one for the same Service and the same neighbours. */
export function freeAddress(
  network: Cidr,
  taken: ReadonlySet<string>,
  service: KubeObject,
): string | undefined {
  const { first, last } = cidrRange(network);
  // The first 16 stay for fixed ones: the API server, DNS.
  const low = first + 16n;
  const count = last - low;
  if (count <= 0n) return undefined;
  const start = BigInt(seedOf(service)) % count;
  for (let step = 0n; step < count && step < 100_000n; step += 1n) {
    const value = low + ((start + step) % count);
    const text = formatAddress({ family: network.network.family, value });
    if (!taken.has(text)) return text;
  }
  return undefined;
}

/** Whether an address is in a network. */
export function isInNetwork(network: Cidr, text: string): boolean {
  const address = parseAddress(text);
  return address.ok && cidrContains(network, address.value);
}

/** A free node port, always the same for the same Service and neighbours. */
export function freeNodePort(taken: ReadonlySet<number>, service: KubeObject): number | undefined {
  const count = NODE_PORTS.last - NODE_PORTS.first + 1;
  const start = seedOf(service) % count;
  for (let step = 0; step < count; step += 1) {
    const port = NODE_PORTS.first + ((start + step) % count);
    if (!taken.has(port)) return port;
  }
  return undefined;
}

/** FNV-1a over namespace and name. */
function seedOf({ metadata }: KubeObject): number {
  let hash = 0x811c9dc5;
  for (const character of `${metadata.namespace ?? ''}/${metadata.name}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}
