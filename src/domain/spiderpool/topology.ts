import { known } from '../cluster-view.ts';
import type { ClusterView, Knowledge } from '../cluster-view.ts';
import { attachmentsById } from '../multus/attachment-index.ts';
import { addressFamilies } from '../ip/address.ts';
import { freeAddresses } from './free.ts';
import type { PodNic } from './pod-addresses.ts';
import type { Pool } from './pool.ts';
import { poolsByName } from './pool-index.ts';
import { addressOrigins, type AddressOrigin } from './precedence.ts';
import { toNetworkDraft } from './read-network.ts';
import { attachmentIdOf, type AttachmentResolution } from './resolve-nics.ts';
import type { AddressStock, Unheld } from './stock.ts';
import type { Subnet } from './subnet.ts';

/** What a workload's Pods stand on: Pod, NIC, attachment, pool, subnet, from left to right. */
export interface Topology {
  readonly nodes: readonly TopologyNode[];
  /** Each from one column into a later one. */
  readonly edges: readonly TopologyEdge[];
}

export type TopologyNode =
  | { readonly key: string; readonly kind: 'pods' }
  /** `position` in the Pod: 0 is eth0. */
  | { readonly key: string; readonly kind: 'nic'; readonly name: string; readonly position: number }
  | { readonly key: string; readonly kind: 'attachment'; readonly resolution: AttachmentResolution }
  | {
      readonly key: string;
      readonly kind: 'pool';
      readonly name: string;
      /** What is known of it: `absent` is a pool that does not exist. */
      readonly standing: Standing;
      /** Addresses that Pods of the workload hold. */
      readonly held: number;
      readonly fixed: boolean;
    }
  | {
      readonly key: string;
      readonly kind: 'subnet';
      /** `''` where no SpiderSubnet stands behind the pool's network. */
      readonly name: string;
      readonly cidr: string;
      readonly standing: Standing;
      /** VLANs of the attachments that lead to it; empty where they have none. */
      readonly vlans: readonly number[];
    };

/** `unread` covers all ways in which a list is not known. */
export type Standing = 'found' | 'missing' | 'unread';

export interface TopologyEdge {
  readonly from: string;
  readonly to: string;
  /** The NICs whose way it is, by position. */
  readonly nics: readonly number[];
  /** Of the pool or subnet that it leads to. */
  readonly stock?: { readonly free: bigint; readonly total: bigint };
}

/** What is needed of a workload. */
export interface TopologySubject {
  readonly namespace: string;
  readonly uid: string;
  /** Of the Pod template. */
  readonly annotations: Readonly<Record<string, string>>;
  /** The NICs of each living Pod. */
  readonly pods: readonly (readonly PodNic[])[];
}

/**
 * The way from a workload's Pods to the wire. What the template asks for and what the Pods really have are drawn
 * together: a pool that only one of both names is there too.
 */
export function topologyOf(subject: TopologySubject, view: ClusterView): Topology {
  const graph = new Graph(view);
  graph.node({ key: 'pods', kind: 'pods' });
  for (const [position, nic] of nicsOf(subject, view).entries()) {
    const nicKey = `nic ${nic.name}`;
    graph.node({ key: nicKey, kind: 'nic', name: nic.name, position });
    graph.edge('pods', nicKey, position);
    const id = attachmentIdOf(nic.resolution);
    const attachmentKey = `attachment ${id === '' ? `${nic.resolution.state} ${nic.name}` : id}`;
    graph.node({ key: attachmentKey, kind: 'attachment', resolution: nic.resolution });
    graph.edge(nicKey, attachmentKey, position);
    const vlan = vlanOf(nic.resolution);
    for (const name of nic.pools) graph.pool(attachmentKey, name, subject, position, vlan);
    for (const name of nic.subnets) graph.subnet(attachmentKey, name, '', position, vlan);
  }
  return graph.topology();
}

interface NicFacts {
  readonly name: string;
  readonly resolution: AttachmentResolution;
  readonly pools: readonly string[];
  /** Subnets of which no pool is made yet. */
  readonly subnets: readonly string[];
}

/** The NICs that the template asks for, then those that only Pods have. */
function nicsOf(
  { annotations, namespace, uid, pods }: TopologySubject,
  view: ClusterView,
): readonly NicFacts[] {
  const { network } = toNetworkDraft(annotations, namespace, view);
  const asked = addressOrigins(network, namespace, view).map((origin): NicFacts => {
    const { interfaceName, resolution } = origin.nic;
    const planned = plannedPools(origin, uid, view);
    const pools = [...new Set([...planned, ...heldPools(pods, interfaceName)])];
    const subnets = origin.from === 'subnets' && pools.length === 0 ? namesOf(origin) : [];
    return { name: interfaceName, resolution, pools, subnets };
  });
  const names = new Set(asked.map(({ name }) => name));
  const others = pods.flat().filter(({ interfaceName }) => !names.has(interfaceName));
  const extra = new Map(others.map((nic) => [nic.interfaceName, nic]));
  return [
    ...asked,
    ...[...extra.values()].map(({ interfaceName, attachment }): NicFacts => ({
      name: interfaceName,
      resolution: resolve(attachment, view),
      pools: [...new Set(heldPools(pods, interfaceName))],
      subnets: [],
    })),
  ];
}

function plannedPools(origin: AddressOrigin, uid: string, view: ClusterView): readonly string[] {
  switch (origin.from) {
    case 'subnets':
      return (known(view.pools) ?? [])
        .filter(({ owner }) => owner?.uid === uid && owner.interfaceName === origin.nic.interfaceName)
        .map(({ name }) => name);
    case 'pools':
    case 'namespace':
    case 'attachment':
    case 'cluster':
      return namesOf(origin);
    case 'nowhere':
    case 'otherIpam':
    case 'unknown':
      return [];
  }
}

function namesOf({ names }: AddressOrigin): readonly string[] {
  return addressFamilies.flatMap((family) => names[family]);
}

/** Once for each address that a Pod holds on the interface. */
function heldPools(pods: TopologySubject['pods'], interfaceName: string): readonly string[] {
  return pods.flat().flatMap((nic) => {
    if (nic.interfaceName !== interfaceName) return [];
    return addressFamilies.flatMap((family) => nic[family]?.pool || []);
  });
}

function resolve(id: string, view: ClusterView): AttachmentResolution {
  if (id === '') return { state: 'none' };
  const attachments = known(view.attachments);
  if (attachments === undefined) return { state: 'unverified', id };
  const attachment = attachmentsById(attachments).get(id);
  return attachment === undefined ? { state: 'missing', id } : { state: 'found', id, attachment };
}

function vlanOf(resolution: AttachmentResolution): number | undefined {
  const config = resolution.state === 'found' ? resolution.attachment.config : undefined;
  const vlan = config?.kind === 'decoded' ? config.vlan : undefined;
  return vlan === 0 ? undefined : vlan;
}

/** Nodes and edges by their keys: two NICs on one pool meet there. */
class Graph {
  readonly #view: ClusterView;
  readonly #nodes = new Map<string, TopologyNode>();
  readonly #edges = new Map<string, TopologyEdge>();

  constructor(view: ClusterView) {
    this.#view = view;
  }

  topology(): Topology {
    return { nodes: [...this.#nodes.values()], edges: [...this.#edges.values()] };
  }

  node(node: TopologyNode): void {
    if (!this.#nodes.has(node.key)) this.#nodes.set(node.key, node);
  }

  edge(from: string, to: string, nic: number, stock?: AddressStock & Unheld): void {
    const key = `${from} → ${to}`;
    const nics = [...new Set([...(this.#edges.get(key)?.nics ?? []), nic])];
    const counts = stock && {
      free: freeAddresses(stock, known(this.#view.reserved)?.[stock.family]),
      total: stock.total,
    };
    this.#edges.set(key, { from, to, nics, ...(counts && { stock: counts }) });
  }

  pool(from: string, name: string, subject: TopologySubject, nic: number, vlan: number | undefined): void {
    const pool = poolsByName(known(this.#view.pools) ?? []).get(name);
    const key = `pool ${name}`;
    this.node({
      key,
      kind: 'pool',
      name,
      standing: standingOf(pool, this.#view.pools),
      held: heldOf(subject, name),
      fixed: pool?.owner?.uid === subject.uid,
    });
    this.edge(from, key, nic, pool);
    if (pool !== undefined) this.subnet(key, subnetOf(pool, this.#view), pool.subnet, nic, vlan);
  }

  subnet(from: string, name: string, network: string, nic: number, vlan: number | undefined): void {
    const subnet = name === '' ? undefined : known(this.#view.subnets)?.find((each) => each.name === name);
    const cidr = subnet?.subnet ?? network;
    const key = `subnet ${name === '' ? cidr : name}`;
    const before = this.#nodes.get(key);
    const vlans = before?.kind === 'subnet' ? before.vlans : [];
    this.#nodes.set(key, {
      key,
      kind: 'subnet',
      name,
      cidr,
      standing: name === '' ? 'found' : standingOf(subnet, this.#view.subnets),
      vlans: vlan === undefined || vlans.includes(vlan) ? vlans : [...vlans, vlan],
    });
    this.edge(from, key, nic, subnet);
  }
}

function heldOf({ pods }: TopologySubject, pool: string): number {
  const addresses = pods.flat().flatMap((nic) => addressFamilies.map((family) => nic[family]?.pool));
  return addresses.filter((name) => name === pool).length;
}

function standingOf(found: Pool | Subnet | undefined, knowledge: Knowledge<unknown>): Standing {
  if (found !== undefined) return 'found';
  return knowledge.state === 'known' ? 'missing' : 'unread';
}

/** The SpiderSubnet that handed the pool its addresses; of an auto pool its label says it too. */
function subnetOf(pool: Pool, view: ClusterView): string {
  const controlling = known(view.subnets)?.find(({ controlled }) =>
    controlled.some(({ name }) => name === pool.name),
  );
  return controlling?.name ?? pool.owner?.subnet ?? '';
}
