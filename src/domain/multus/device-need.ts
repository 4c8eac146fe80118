import type { Attachment } from './attachment.ts';

/** What NICs of an attachment take of their node: an extended resource that a container has to ask for. */
export interface DeviceNeed {
  readonly name: string;
  /**
   * One serves the whole Pod: the RDMA devices behind macvlan and the like, which the containers share. Without it the
   * NIC works, without RDMA. Else each NIC takes a device of its own, and is not made without (SR-IOV).
   */
  readonly shared: boolean;
}

/** The need of an attachment, as far as it is known (R12, domain reference 1.9). */
export function deviceNeedOf(attachment: Attachment | undefined): DeviceNeed | undefined {
  if (attachment?.resourceName !== undefined) return { name: attachment.resourceName, shared: false };
  if (attachment?.rdmaResourceName !== undefined) return { name: attachment.rdmaResourceName, shared: true };
  return undefined;
}
