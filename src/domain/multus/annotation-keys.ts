/** Pod: the added NICs, in order. */
export const NETWORKS = 'k8s.v1.cni.cncf.io/networks';
/** Pod: the attachment of eth0. */
export const DEFAULT_NETWORK = 'v1.multus-cni.io/default-network';
/** Pod, written by Multus after all NICs are up. */
export const NETWORK_STATUS = 'k8s.v1.cni.cncf.io/network-status';
/** What Multus before 3.6 wrote in place of `network-status`. */
export const OLD_NETWORK_STATUS = 'k8s.v1.cni.cncf.io/networks-status';
/** Attachment: the extended resource of its devices. */
export const RESOURCE_NAME = 'k8s.v1.cni.cncf.io/resourceName';
