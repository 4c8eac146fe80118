import type { ClusterView } from '../cluster-view.ts';
import { known } from '../cluster-view.ts';
import { attachmentsById } from '../multus/attachment-index.ts';
import { isDeviceCniType } from '../multus/cni-config.ts';
import type { ResolvedNic } from '../spiderpool/resolve-nics.ts';
import { failureWords } from './failure-words.ts';
import type { FailureWords } from './prediction.ts';

/**
 * Why Multus adds no NIC at all: a network that is missing or cannot be read (domain reference 7.2, 20, 21 and 31). It
 * looks at the cluster network first, even when the Pod names another for eth0, and then at the NICs in their order.
 */
export function loadFailure(nics: readonly ResolvedNic[], view: ClusterView): FailureWords | undefined {
  return clusterNetworkFailure(view) ?? nics.map(nicLoadFailure).find((failure) => failure !== undefined);
}

function clusterNetworkFailure({ settings, attachments }: ClusterView): FailureWords | undefined {
  const { clusterNetwork, namespace } = settings;
  if (clusterNetwork === '') return undefined;
  const id = clusterNetwork.includes('/') ? clusterNetwork : `${namespace}/${clusterNetwork}`;
  const attachment = attachmentsById(known(attachments) ?? []).get(id);
  if (attachment && attachment.config.kind !== 'unreadable') return undefined;
  const [place = '', name = ''] = id.split('/');
  const text = `failed to get clusterNetwork/defaultNetworks: GetDefaultNetworks: failed to get clusterNetwork ${name} in namespace ${place}`;
  return failureWords([], text);
}

function nicLoadFailure({ resolution, index, interfaceName }: ResolvedNic): FailureWords | undefined {
  const where = index === 'eth0' ? 'tryLoadK8sPodDefaultNetwork: ' : '';
  if (resolution.state === 'missing') {
    const [place = '', name = ''] = resolution.id.split('/');
    const text = `${where}getKubernetesDelegate: cannot find a network-attachment-definition (${name}) in namespace (${place})`;
    return failureWords([interfaceName], text);
  }
  if (resolution.state !== 'found' || resolution.attachment.config.kind !== 'unreadable') return undefined;
  const loader = resolution.attachment.config.problem === 'noPlugin' ? 'LoadDelegateNetConf' : 'GetCNIConfig';
  return failureWords([interfaceName], `${where}${loader}`);
}

/**
 * Why the main plugin of a NIC fails before it asks for an address: it is a device of the node, and none was set aside
 * for it (domain reference 7.2, 23). Masters of the nodes are not known.
 * @param before the NICs that were added before
 * @param devices what the Pod's containers ask for
 */
export function deviceFailure(
  nic: ResolvedNic,
  before: readonly ResolvedNic[],
  devices: ReadonlyMap<string, number>,
): FailureWords | undefined {
  const { resolution, interfaceName } = nic;
  if (resolution.state !== 'found') return undefined;
  const { config, resourceName } = resolution.attachment;
  if (config.kind !== 'decoded' || !isDeviceCniType(config.cniType)) return undefined;
  const taken = before.filter((other) => resourceOf(other) === resourceName).length;
  if (resourceName !== undefined && taken < (devices.get(resourceName) ?? 0)) return undefined;
  return failureWords(
    [interfaceName],
    'SRIOV-CNI failed to load netconf: LoadConf(): VF pci addr is required',
  );
}

function resourceOf({ resolution }: ResolvedNic): string | undefined {
  return resolution.state === 'found' ? resolution.attachment.resourceName : undefined;
}
