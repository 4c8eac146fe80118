import { isRecord, parseJson, textAt, textsAt, valueAt } from '../untyped.ts';
import { NETWORK_STATUS, OLD_NETWORK_STATUS } from './annotation-keys.ts';

/** One NIC as Multus reported it (domain reference 6.4). */
export interface NetworkStatus {
  /** `namespace/name` of the attachment, or the CNI configuration's name for a default network from a file. */
  readonly network: string;
  /** `''` where Multus did not say. */
  readonly interfaceName: string;
  /** Without prefix lengths. */
  readonly ips: readonly string[];
  readonly mac?: string;
  /** The Pod's eth0. */
  readonly isDefault: boolean;
  readonly gateways: readonly string[];
  /** PCI address of a device, such as an SR-IOV virtual function. */
  readonly pciDevice?: string;
}

/** What the Pod's annotation says. It is written once, after every NIC is up: `absent` is normal before that. */
export type NetworkStatuses =
  | { readonly state: 'absent' }
  | { readonly state: 'unreadable'; readonly key: string }
  | { readonly state: 'read'; readonly nics: readonly NetworkStatus[] };

/** Reads `network-status`, or the key of old Multus releases. Entries that are no objects are left out. */
export function readNetworkStatus(annotations: Readonly<Record<string, string>>): NetworkStatuses {
  const key = [NETWORK_STATUS, OLD_NETWORK_STATUS].find((candidate) => annotations[candidate]);
  if (key === undefined) return { state: 'absent' };
  const json = parseJson(annotations[key] ?? '');
  if (!Array.isArray(json)) return { state: 'unreadable', key };
  return { state: 'read', nics: json.filter(isRecord).map(decodeStatus) };
}

function decodeStatus(item: Readonly<Record<string, unknown>>): NetworkStatus {
  const mac = textAt(item, 'mac');
  const pciDevice = textAt(valueAt(valueAt(item, 'device-info'), 'pci'), 'pci-address');
  return {
    network: textAt(item, 'name') ?? '',
    interfaceName: textAt(item, 'interface') ?? '',
    ips: textsAt(item, 'ips'),
    isDefault: valueAt(item, 'default') === true,
    gateways: textsAt(item, 'gateway'),
    ...(mac === undefined ? {} : { mac }),
    ...(pciDevice === undefined ? {} : { pciDevice }),
  };
}
