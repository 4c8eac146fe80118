import { parseAddress } from '../../src/domain/ip/address.ts';
import { parseCidr } from '../../src/domain/ip/cidr.ts';
import { decodeGoJson, GoJsonError, goString, goStrings } from '../go/json-decode.ts';
import type { GoShape } from '../go/json-decode.ts';

/** One network that a Pod asks for (`NetworkSelectionElement`). */
export interface NetworkSelection {
  namespace: string;
  name: string;
  /** Interface name asked for, or empty: the position decides. */
  interface: string;
  mac: string;
}

/** Why an annotation cannot be read, in the words of Multus, which Spiderpool repeats. */
export class NetworkAnnotationError extends Error {}

const shape: GoShape = {
  kind: 'list',
  name: '[]types.NetworkSelectionElement',
  of: {
    kind: 'struct',
    name: 'NetworkSelectionElement',
    fields: {
      name: goString,
      namespace: goString,
      interface: goString,
      mac: goString,
      ips: goStrings,
      'infiniband-guid': goString,
    },
  },
};

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
/** `IFNAMSIZ - 1` of Linux. */
const LONGEST_INTERFACE = 15;

/**
 * Reads `k8s.v1.cni.cncf.io/networks` or `v1.multus-cni.io/default-network` (reference 1.9): JSON when it has `[`, `{` or
 * `"`, else names between commas.
 * @param defaultNamespace of names without one
 * @throws NetworkAnnotationError
 */
export function parseNetworks(text: string, defaultNamespace: string): NetworkSelection[] {
  const networks = /[[{"]/.test(text) ? fromJson(text) : text.split(',').map((item) => fromName(item.trim()));
  return networks.map((network) => ({ ...network, namespace: network.namespace || defaultNamespace }));
}

/** The interface of each network: the name asked for, else `net` and its position in the list. */
export function interfaceNames(networks: readonly NetworkSelection[]): string[] {
  return networks.map((network, index) => network.interface || `net${index + 1}`);
}

function fromJson(text: string): NetworkSelection[] {
  const decoded = decode(text) as Record<string, unknown>[];
  return decoded.map((element) => {
    checkRequests(element);
    const field = (key: string) => (typeof element[key] === 'string' ? element[key] : '');
    return {
      namespace: field('namespace'),
      name: field('name'),
      interface: field('interface'),
      mac: field('mac'),
    };
  });
}

function decode(text: string): unknown[] {
  try {
    const decoded = decodeGoJson(text, shape);
    return Array.isArray(decoded) ? decoded.filter((element) => element !== undefined) : [];
  } catch (error) {
    if (!(error instanceof GoJsonError)) throw error;
    throw new NetworkAnnotationError(
      `parsePodNetworkAnnotation: failed to parse pod Network Attachment Selection Annotation JSON format: ${error.message}`,
    );
  }
}

function checkRequests(element: Record<string, unknown>): void {
  const mac = element.mac;
  if (typeof mac === 'string' && mac !== '' && !isMac(mac)) {
    throw new NetworkAnnotationError(
      `parsePodNetworkAnnotation: failed to mac: address ${mac}: invalid MAC address`,
    );
  }
  const guid = element['infiniband-guid'];
  if (typeof guid === 'string' && guid !== '' && !isMac(guid)) {
    const text = `failed to validate infiniband GUID: address ${guid}: invalid MAC address`;
    throw new NetworkAnnotationError(`parsePodNetworkAnnotation: ${text}`);
  }
  for (const ip of Array.isArray(element.ips) ? element.ips : []) checkIp(String(ip));
}

function checkIp(text: string): void {
  if (text.includes('/')) {
    if (!parseCidr(text).ok) {
      throw new NetworkAnnotationError(
        `failed to parse CIDR ${JSON.stringify(text)}: invalid CIDR address: ${text}`,
      );
    }
  } else if (!parseAddress(text).ok) {
    throw new NetworkAnnotationError(`failed to parse IP address ${JSON.stringify(text)}`);
  }
}

function isMac(text: string): boolean {
  return /^[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5}(([:-][0-9a-fA-F]{2}){2})?$/.test(text);
}

/** `[ns/]name[@ifname]` */
function fromName(item: string): NetworkSelection {
  const refuse = (why: string) =>
    new NetworkAnnotationError(`parsePodNetworkAnnotation: parsePodNetworkObjectName: ${why}`);
  const slashed = item.split('/');
  if (slashed.length > 2) throw refuse(`Invalid network object (failed at '/')`);
  const namespace = slashed.length === 2 ? (slashed[0] ?? '').trim() : '';
  const [nameText = '', interfaceText = '', more] = (slashed.at(-1) ?? '').split('@');
  if (more !== undefined) throw refuse(`Invalid network object (failed at '@')`);
  const name = nameText.trim();
  for (const part of [namespace, name]) {
    if (part !== '' && !LABEL.test(part)) {
      throw refuse(
        `Failed to parse: one or more items did not match comma-delimited format (must consist of lower case alphanumeric characters). Must start and end with an alphanumeric character), mismatch @ '${part}'`,
      );
    }
  }
  const interfaceName = interfaceText.trim();
  if (interfaceName.length > LONGEST_INTERFACE || /[\s/]/.test(interfaceName)) {
    throw refuse(
      `Failed to parse interface name: must be less than 15 chars and not contain '/' or spaces. interface name '${interfaceName}'`,
    );
  }
  return { namespace, name, interface: interfaceName, mac: '' };
}
