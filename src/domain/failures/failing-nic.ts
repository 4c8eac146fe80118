import { deviceNeedOf } from '../multus/device-need.ts';
import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import type { Attachment } from '../multus/attachment.ts';
import type { ResolvedNic } from '../spiderpool/resolve-nics.ts';
import { attachmentIdOf } from '../spiderpool/resolve-nics.ts';
import type { NetworkFailure } from './failure.ts';

/**
 * The NIC that a failure is about: the one that the agent names, else the one of the CNI configuration that was being added
 * (domain reference 7.1), else the only one that stands on what is named. `undefined` where two would fit.
 *
 * @param nics what the Pod template asks for
 */
export function failingNic(
  failure: NetworkFailure,
  nics: readonly ResolvedNic[],
  view: ClusterView,
): ResolvedNic | undefined {
  if (failure.interfaceName !== undefined) {
    return nics.find(({ interfaceName }) => interfaceName === failure.interfaceName);
  }
  const { network } = failure;
  if (network !== undefined) return only(nics.filter((nic) => isOfNetwork(nic, network, view)));
  switch (failure.cause) {
    case 'attachmentNotFound':
      return only(nics.filter(({ resolution }) => failure.names.includes(attachmentIdOf(resolution))));
    case 'clusterNetworkNotFound':
      return nics.find(({ index }) => index === 'eth0');
    case 'unschedulable':
      return only(nics.filter(({ resolution }) => failure.names.includes(resourceOf(resolution))));
    default:
      return undefined;
  }
}

/** The name in the configuration is usually that of its attachment; the node's own file has one of its own. */
function isOfNetwork({ resolution }: ResolvedNic, network: string, view: ClusterView): boolean {
  switch (resolution.state) {
    case 'none':
      return false;
    case 'nodeFile':
      return known(view.attachments)?.every((attachment) => networkOf(attachment) !== network) ?? false;
    case 'found':
      return networkOf(resolution.attachment) === network;
    case 'missing':
    case 'unverified':
      return resolution.id.split('/').at(-1) === network;
  }
}

function networkOf({ config, name }: Attachment): string {
  return (config.kind === 'decoded' ? config.cniName : undefined) ?? name;
}

function resourceOf(resolution: ResolvedNic['resolution']): string {
  return (resolution.state === 'found' ? deviceNeedOf(resolution.attachment)?.name : undefined) ?? '';
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}
