import { objectOr, textOr } from '../store/json.ts';
import type { StoreReader } from '../store/memory-store.ts';
import type { KubeObject } from '../store/store.ts';
import { annotations, ATTACHMENTS } from '../spiderpool/names.ts';
import { CniConfigError, readCniConfig } from './cni-config.ts';
import type { CniConfig } from './cni-config.ts';
import { interfaceNames, NetworkAnnotationError, parseNetworks } from './network-annotation.ts';
import type { NetworkSelection } from './network-annotation.ts';

/** One CNI configuration that Multus runs for a Pod. */
export interface Delegate {
  /** `ns/nad`, or the configuration's own name for the node's CNI file. */
  name: string;
  interface: string;
  isDefault: boolean;
  config: CniConfig;
  /** The extended resource whose devices are handed to the plugin. */
  resourceName: string | undefined;
  /** MAC address asked for in the annotation, or empty. */
  mac: string;
}

/** How Multus is set up. */
export interface MultusSettings {
  /** Where bare names of default networks are looked up. */
  namespace: string;
  /** `ns/nad` for every Pod's eth0, or empty: the first CNI file of the node. */
  clusterNetwork: string;
  /** The CNI files of every node, by the name that an attachment without a configuration asks for. */
  cniFiles: Readonly<Record<string, CniConfig>>;
  /** The key in `cniFiles` of the file that kubelets would use without Multus. */
  defaultFile: string;
}

/** Why Multus runs nothing at all for a Pod, in its own words. */
export class MultusError extends Error {}

/**
 * The networks of a Pod: eth0, then those of the annotation in their order (reference 1.9).
 * @throws MultusError
 */
export function delegatesOf(pod: KubeObject, store: StoreReader, settings: MultusSettings): Delegate[] {
  const cluster = clusterDelegate(store, settings);
  const defaultDelegate = podDefaultDelegate(pod, store, settings) ?? cluster;
  return [defaultDelegate, ...addedDelegates(pod, store, settings)];
}

function clusterDelegate(store: StoreReader, settings: MultusSettings): Delegate {
  const { clusterNetwork, namespace } = settings;
  if (clusterNetwork === '') {
    const config = settings.cniFiles[settings.defaultFile];
    if (config !== undefined) return fileDelegate(config);
  }
  const [first = '', second] = clusterNetwork.split('/');
  const network = {
    namespace: second === undefined ? namespace : first,
    name: second ?? first,
    interface: '',
    mac: '',
  };
  try {
    return attachmentDelegate(network, 'eth0', true, store, settings);
  } catch (error) {
    if (!(error instanceof MultusError)) throw error;
    throw new MultusError(
      `failed to get clusterNetwork/defaultNetworks: GetDefaultNetworks: failed to get clusterNetwork ${network.name} in namespace ${network.namespace}`,
    );
  }
}

function fileDelegate(config: CniConfig): Delegate {
  return { name: config.name, interface: 'eth0', isDefault: true, config, resourceName: undefined, mac: '' };
}

const LOADING = 'error loading k8s delegates k8s args: TryLoadPodDelegates';

function podDefaultDelegate(
  pod: KubeObject,
  store: StoreReader,
  settings: MultusSettings,
): Delegate | undefined {
  const text = pod.metadata.annotations?.[annotations.defaultNetwork];
  if (text === undefined) return undefined;
  const prefix = `${LOADING}: error in loading K8s cluster default network from pod annotation: tryLoadK8sPodDefaultNetwork`;
  const refuse = (why: string) => new MultusError(`${prefix}: ${why}`);
  if (text === '') {
    throw refuse(
      'failed to parse CRD object: parsePodNetworkAnnotation: pod annotation does not have "network" as key',
    );
  }
  const networks = parsed(text, settings.namespace, (why) => refuse(`failed to parse CRD object: ${why}`));
  const [network, second] = networks;
  if (network === undefined || second !== undefined) {
    throw refuse(`more than one default network is specified: ${text}`);
  }
  return rewording(`${prefix}: failed getting the delegate`, () =>
    attachmentDelegate(network, network.interface || 'eth0', true, store, settings),
  );
}

function addedDelegates(pod: KubeObject, store: StoreReader, settings: MultusSettings): Delegate[] {
  const text = pod.metadata.annotations?.[annotations.networks] ?? '';
  if (text === '') return [];
  const networks = parsed(
    text,
    pod.metadata.namespace ?? '',
    (why) => new MultusError(`error loading k8s delegates k8s args: ${why}`),
  );
  const names = interfaceNames(networks);
  const prefix = `${LOADING}: error in getting k8s network for pod: GetNetworkDelegates: failed getting the delegate`;
  return networks.map((network, index) =>
    rewording(prefix, () => attachmentDelegate(network, names[index] ?? '', false, store, settings)),
  );
}

function parsed(text: string, namespace: string, refuse: (why: string) => MultusError): NetworkSelection[] {
  try {
    return parseNetworks(text, namespace);
  } catch (error) {
    if (error instanceof NetworkAnnotationError) throw refuse(error.message);
    throw error;
  }
}

function rewording(prefix: string, work: () => Delegate): Delegate {
  try {
    return work();
  } catch (error) {
    if (error instanceof MultusError) throw new MultusError(`${prefix}: ${error.message}`);
    throw error;
  }
}

function attachmentDelegate(
  network: NetworkSelection,
  interfaceName: string,
  isDefault: boolean,
  store: StoreReader,
  settings: MultusSettings,
): Delegate {
  const { namespace, name, mac } = network;
  const stored = store.peek(ATTACHMENTS, namespace, name);
  if (stored === undefined) {
    const cause = `network-attachment-definitions.k8s.cni.cncf.io "${name}" not found`;
    throw new MultusError(
      `getKubernetesDelegate: cannot find a network-attachment-definition (${name}) in namespace (${namespace}): ${cause}`,
    );
  }
  return {
    name: `${namespace}/${name}`,
    interface: interfaceName,
    isDefault,
    config: loadConfig(textOr(objectOr(stored.spec).config), name, settings),
    resourceName: stored.metadata.annotations?.[annotations.resourceName],
    mac,
  };
}

function loadConfig(text: string, name: string, { cniFiles }: MultusSettings): CniConfig {
  if (text === '') {
    const file = cniFiles[name];
    if (file !== undefined) return file;
    throw new MultusError(
      `GetCNIConfig: err in GetCNIConfigFromFile: no network available in the name ${name} in cni dir /host/etc/cni/net.d`,
    );
  }
  try {
    return readCniConfig(text, name);
  } catch (error) {
    if (error instanceof CniConfigError) throw new MultusError(error.message);
    throw error;
  }
}
