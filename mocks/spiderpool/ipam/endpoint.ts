import { listOr, objectOr, textOr } from '../../store/json.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject } from '../../store/store.ts';
import { ENDPOINTS, SPIDER_FINALIZER, SPIDERPOOL_API } from '../names.ts';
import { removeFinalizer } from '../resources/metadata.ts';
import type { Route } from '../resources/address-block.ts';
import type { TopController } from './top-controller.ts';

/** What one NIC holds: one entry of `status.current.ips` (reference 6.2). */
export interface NicRecord {
  interface: string;
  ipv4?: string;
  ipv4Pool?: string;
  ipv4Gateway?: string;
  ipv6?: string;
  ipv6Pool?: string;
  ipv6Gateway?: string;
  vlan: number;
  cleanGateway?: boolean;
  routes?: Route[];
}

/** `status.current` of a SpiderEndpoint. */
export interface EndpointRecord {
  /** UID of the Pod that it belongs to. */
  uid: string;
  node: string;
  ips: NicRecord[];
  ownerType: string;
}

export function readEndpoint(object: KubeObject): EndpointRecord {
  const status = objectOr(object.status);
  const current = objectOr(status.current);
  return {
    uid: textOr(current.uid),
    node: textOr(current.node),
    ips: listOr(current.ips).map((item) => objectOr(item) as unknown as NicRecord),
    ownerType: textOr(status.ownerControllerType),
  };
}

/** The pools that a record names. */
export function poolsOf(ips: readonly NicRecord[]): string[] {
  return ips.flatMap(({ ipv4Pool, ipv6Pool }) => [ipv4Pool, ipv6Pool].filter((name) => name !== undefined));
}

/** The entry of a NIC; one without a name stands for the NIC whose turn it is. */
export function recordOf(ips: readonly NicRecord[], nic: string): NicRecord | undefined {
  return ips.find((record) => record.interface === nic || record.interface === '');
}

/**
 * Writes the endpoint of a Pod. It belongs to the Pod, except for a StatefulSet's, which outlives the Pod so that the next one
 * of its name finds its addresses (reference 6.1).
 */
export function createEndpoint(
  pod: KubeObject,
  owner: TopController,
  ips: readonly NicRecord[],
  outlivesPod: boolean,
  store: MemoryStore,
): void {
  const { namespace = '', name, uid } = pod.metadata;
  store.create(ENDPOINTS, {
    apiVersion: SPIDERPOOL_API,
    kind: 'SpiderEndpoint',
    metadata: {
      name,
      namespace,
      finalizers: [SPIDER_FINALIZER],
      ...(outlivesPod ? {} : { ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name, uid }] }),
    },
    status: {
      current: { uid, node: nodeOf(pod), ips },
      ownerControllerType: owner.kind,
      ownerControllerName: owner.name,
    },
  });
}

/** Changes `status.current` of an endpoint. */
export function updateEndpoint(
  object: KubeObject,
  current: Pick<EndpointRecord, 'uid' | 'node' | 'ips'>,
  store: MemoryStore,
): void {
  object.status = { ...objectOr(object.status), current };
  store.update(ENDPOINTS, object);
}

/** Deletes an endpoint and lets it go. */
export function dropEndpoint(object: KubeObject, store: MemoryStore): void {
  const { namespace, name, deletionTimestamp } = object.metadata;
  if (deletionTimestamp === undefined) store.delete(ENDPOINTS, namespace, name);
  store.modify(ENDPOINTS, namespace, name, removeFinalizer);
}

export function nodeOf(pod: KubeObject): string {
  return textOr(objectOr(pod.spec).nodeName);
}
