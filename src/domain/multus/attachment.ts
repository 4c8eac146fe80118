import type { AddressFamily } from '../ip/address.ts';
import { decodeMeta } from '../kubernetes-object.ts';
import type { Undecodable } from '../kubernetes-object.ts';
import { parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { recordAt, valueAt } from '../untyped.ts';
import { RESOURCE_NAME } from './annotation-keys.ts';
import { decodeCniConfig } from './cni-config.ts';

/** A NetworkAttachmentDefinition as the console understands it. */
export interface Attachment {
  /** `namespace/name`, the form that is written into annotations. */
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly config: AttachmentConfig;
  /** `k8s.v1.cni.cncf.io/resourceName`: the extended resource that one NIC takes (SR-IOV, ib-sriov). */
  readonly resourceName?: string;
  /** `rdmaResourceName` of the SpiderMultusConfig that it was made of: `deviceNeedOf` tells the two apart. */
  readonly rdmaResourceName?: string;
}

/** `spec.config` decoded. It is text written by people: each way it can fail is a case, and the page goes on. */
export type AttachmentConfig =
  | DecodedConfig
  /** Empty `spec.config`: Multus loads the node's CNI file of that name. Taken for overlay, not Spiderpool. */
  | { readonly kind: 'file' }
  /** `spec.config` is not JSON, or JSON of another shape. */
  | { readonly kind: 'unreadable'; readonly problem: ConfigProblem };

export interface DecodedConfig {
  readonly kind: 'decoded';
  /** `type` of the main plugin: macvlan, ipvlan, sriov, calico, anything. */
  readonly cniType: string;
  /** The CNI configuration's own name, as network-status of a default network shows it. */
  readonly cniName?: string;
  /** The node's interface that the NIC stands on; for ovs the bridge. */
  readonly master?: string;
  readonly vlan?: number;
  /** `ipam.type` of the main plugin; absent when the NIC gets no address at all (`disableIPAM`). */
  readonly ipamType?: string;
  /** Addresses come from Spiderpool: some plugin of the chain has `ipam.type: spiderpool`. */
  readonly spiderpool: boolean;
  /** Overlay CNIs may never be an added NIC. */
  readonly overlay: boolean;
  readonly defaultPools: Readonly<Record<AddressFamily, readonly string[]>>;
  readonly coordinator: boolean;
  /** `mode` of the coordinator plugin; absent when the cluster's SpiderCoordinator decides. */
  readonly coordinatorMode?: string;
  /** `podDefaultRouteNic` of the coordinator plugin: it beats the Pod's annotation. */
  readonly podDefaultRouteNic?: string;
  readonly matchMasterSubnet: boolean;
}

export type ConfigProblem =
  /** `spec.config` is not text. */
  | 'notText'
  | 'notJson'
  /** JSON, but no object. */
  | 'notObject'
  /** Neither a plugin with a `type` nor a list of such. */
  | 'noPlugin';

/**
 * Reads a NetworkAttachmentDefinition. Whatever is wrong with its configuration is part of the value; only an object
 * without a name is an error (domain reference 2.5, last paragraph).
 */
export function decodeAttachment(object: unknown): Parsed<Attachment, Undecodable> {
  const meta = decodeMeta(object);
  if (!meta.ok) return meta;
  const { name, namespace, annotations } = meta.value;
  const resourceName = annotations[RESOURCE_NAME];
  return parsed({
    id: `${namespace}/${name}`,
    namespace,
    name,
    config: decodeCniConfig(valueAt(recordAt(object, 'spec'), 'config')),
    ...(resourceName ? { resourceName } : {}),
  });
}

/** Whether NICs of this attachment ask Spiderpool for addresses (domain reference 1.7). */
export function usesSpiderpool(attachment: Attachment): boolean {
  return attachment.config.kind === 'decoded' && attachment.config.spiderpool;
}

/** Whether the attachment is an overlay, which may only be eth0. Decided by the CNI's type, never by a name. */
export function isOverlay(attachment: Attachment): boolean {
  const { config } = attachment;
  return config.kind === 'file' || (config.kind === 'decoded' && config.overlay);
}
