import { NETWORKS } from '../multus/annotation-keys.ts';
import { readNetworkStatus, type NetworkStatus } from '../multus/network-status.ts';
import { interfaceNames, parseNetworks, selectionId } from '../multus/networks.ts';
import type { AddressFamily } from '../workload/draft.ts';
import type { Endpoint, EndpointNic } from './endpoint.ts';

/** One NIC of a Pod as far as the cluster has told: asked for, given an address, up. */
export interface PodNic {
  readonly interfaceName: string;
  /** `namespace/name`, or the CNI configuration's name for a default network from a file; `''` when nobody said. */
  readonly attachment: string;
  readonly ipv4?: NicAddress;
  readonly ipv6?: NicAddress;
  readonly mac?: string;
  /** 0 is none or unknown. */
  readonly vlan: number;
  /** PCI address of the device, for SR-IOV. */
  readonly device?: string;
  /** `up`: Multus reported it. `allocated`: it has an address, and is not up yet. `waiting`: asked for only. */
  readonly state: 'up' | 'allocated' | 'waiting';
}

export interface NicAddress {
  /** With the prefix length where Spiderpool gave the address, without one where only Multus reported it. */
  readonly address: string;
  /** `''` where Spiderpool did not give the address. */
  readonly pool: string;
  readonly gateway?: string;
}

/** What is needed of a Pod. */
export interface PodFacts {
  readonly namespace: string;
  readonly uid: string;
  readonly annotations: Readonly<Record<string, string>>;
  /** A Pod on the host's network has no NIC of its own. */
  readonly hostNetwork: boolean;
  /** `status.podIPs`: the addresses of eth0, which kubelet tells even where nobody writes a network-status. */
  readonly podIps: readonly string[];
}

/**
 * The NICs of one Pod: those it asks for, those Spiderpool gave addresses to, and those Multus reported, joined by interface
 * and sorted as the Pod has them (eth0, then the added ones by position).
 *
 * @param endpoint the Pod's SpiderEndpoint; ignored when it belongs to an earlier Pod of the same name (domain reference 6.3).
 */
export function podNics(pod: PodFacts, endpoint: Endpoint | undefined): readonly PodNic[] {
  if (pod.hostNetwork) return [];
  const statuses = readNetworkStatus(pod.annotations);
  const reported = statuses.state === 'read' ? statuses.nics : eth0OfKubelet(pod.podIps);
  const given = endpoint !== undefined && endpoint.podUid === pod.uid ? endpoint.nics : [];
  const requested = requestedNics(pod);
  const names = new Set(['eth0', ...requested.keys()]);
  for (const { interfaceName } of [...reported, ...given]) if (interfaceName !== '') names.add(interfaceName);
  return [...names].toSorted(byPosition).map((interfaceName) =>
    joinNic(
      interfaceName,
      requested.get(interfaceName) ?? '',
      given.find((nic) => nic.interfaceName === interfaceName),
      reported.find((nic) => nic.interfaceName === interfaceName),
    ),
  );
}

/** The NICs of a Pod of which nothing but its SpiderEndpoint may be read. NICs of other IPAMs are not in it. */
export function endpointNics({ nics }: Endpoint): readonly PodNic[] {
  return nics
    .filter(({ interfaceName }) => interfaceName !== '')
    .toSorted((a, b) => byPosition(a.interfaceName, b.interfaceName))
    .map((nic) => joinNic(nic.interfaceName, '', nic, undefined));
}

/** What is known of a Pod without (readable) network-status: a cluster without Multus, or a broken annotation. */
function eth0OfKubelet(podIps: readonly string[]): readonly NetworkStatus[] {
  if (podIps.length === 0) return [];
  return [{ network: '', interfaceName: 'eth0', ips: podIps, isDefault: true, gateways: [] }];
}

/** Interface to `namespace/name`, from the networks annotation. An unreadable one asks for nothing that can be named. */
function requestedNics(pod: PodFacts): ReadonlyMap<string, string> {
  const networks = parseNetworks(pod.annotations[NETWORKS] ?? '');
  if (!networks.ok) return new Map();
  const names = interfaceNames(networks.value);
  return new Map(
    networks.value.map((network, index) => [names[index] ?? '', selectionId(network, pod.namespace)]),
  );
}

function joinNic(
  interfaceName: string,
  requested: string,
  given: EndpointNic | undefined,
  reported: NetworkStatus | undefined,
): PodNic {
  const ipv4 = joinAddress('ipv4', given, reported);
  const ipv6 = joinAddress('ipv6', given, reported);
  const mac = reported?.mac ?? given?.mac;
  return {
    interfaceName,
    attachment: reported?.network || requested,
    ...(ipv4 === undefined ? {} : { ipv4 }),
    ...(ipv6 === undefined ? {} : { ipv6 }),
    ...(mac === undefined ? {} : { mac }),
    vlan: given?.vlan ?? 0,
    ...(reported?.pciDevice === undefined ? {} : { device: reported.pciDevice }),
    state: reported !== undefined ? 'up' : given !== undefined ? 'allocated' : 'waiting',
  };
}

function joinAddress(
  family: AddressFamily,
  given: EndpointNic | undefined,
  reported: NetworkStatus | undefined,
): NicAddress | undefined {
  if (given?.[family] !== undefined) return given[family];
  const isFamily = (text: string) => text.includes(':') === (family === 'ipv6');
  const address = reported?.ips.find(isFamily);
  if (address === undefined) return undefined;
  const gateway = reported?.gateways.find(isFamily);
  return { address, pool: '', ...(gateway === undefined ? {} : { gateway }) };
}

/** eth0 first, then by name with numbers as numbers: net2 before net10. */
function byPosition(a: string, b: string): number {
  if (a === 'eth0' || b === 'eth0') return a === b ? 0 : a === 'eth0' ? -1 : 1;
  return a.localeCompare(b, 'en', { numeric: true });
}
