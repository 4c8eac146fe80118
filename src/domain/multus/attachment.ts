import type { AddressFamily } from '../workload/draft.ts';

/** A NetworkAttachmentDefinition as the console understands it. */
export interface Attachment {
  /** `namespace/name`, the form that is written into annotations. */
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly config: AttachmentConfig;
  /** `k8s.v1.cni.cncf.io/resourceName`: the extended resource that one NIC takes (SR-IOV, ib-sriov). */
  readonly resourceName?: string;
}

/** `spec.config` decoded. It is text written by people: each way it can fail is a case, and the page goes on. */
export type AttachmentConfig =
  | {
      readonly kind: 'decoded';
      /** `type` of the main plugin: macvlan, ipvlan, sriov, calico, anything. */
      readonly cniType: string;
      /** The CNI configuration's own name, as network-status of a default network shows it. */
      readonly cniName?: string;
      readonly master?: string;
      readonly vlan?: number;
      /** Addresses come from Spiderpool: some plugin of the chain has `ipam.type: spiderpool`. */
      readonly spiderpool: boolean;
      /** Overlay CNIs may never be an added NIC. */
      readonly overlay: boolean;
      readonly defaultPools: Readonly<Record<AddressFamily, readonly string[]>>;
      readonly coordinator: boolean;
      readonly matchMasterSubnet: boolean;
    }
  /** Empty `spec.config`: Multus loads the node's CNI file of that name. Taken for overlay, not Spiderpool. */
  | { readonly kind: 'file' }
  /** `spec.config` is not JSON, or JSON of another shape. */
  | { readonly kind: 'unreadable'; readonly problem: string };
