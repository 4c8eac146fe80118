import type { NetworkEvent } from '../controllers/pod-network.ts';
import { annotations } from '../spiderpool/names.ts';

/** A NIC that is up. */
export interface AddedNic {
  /** `ns/nad`, or the name of the CNI configuration (reference 6.4). */
  network: string;
  interface: string;
  /** With prefix length, IPv4 first. */
  addresses: string[];
  mac: string;
  isDefault: boolean;
  gateways: string[];
  pciAddress: string | undefined;
}

/** `k8s.v1.cni.cncf.io/network-status`, as Multus writes it when all NICs are up. */
export function networkStatus(nics: readonly AddedNic[]): Record<string, string> {
  const entries = nics.map((nic) => ({
    name: nic.network,
    interface: nic.interface,
    ...(nic.addresses.length === 0 ? {} : { ips: nic.addresses.map(withoutPrefix) }),
    mac: nic.mac,
    ...(nic.isDefault ? { default: true } : {}),
    dns: {},
    ...(nic.gateways.length === 0 ? {} : { gateway: nic.gateways }),
    ...(nic.pciAddress === undefined
      ? {}
      : { 'device-info': { type: 'pci', version: '1.1.0', pci: { 'pci-address': nic.pciAddress } } }),
  }));
  return { [annotations.networkStatus]: JSON.stringify(entries, null, 4) };
}

/** `Add net1 [10.6.212.145/16] from kube-system/macvlan-ens192` */
export function addedEvent(nic: AddedNic): NetworkEvent {
  return {
    type: 'Normal',
    reason: 'AddedInterface',
    message: `Add ${nic.interface} [${nic.addresses.join(' ')}] from ${nic.network}`,
    source: 'multus',
  };
}

export function withoutPrefix(address: string): string {
  return address.replace(/\/[0-9]+$/, '');
}
