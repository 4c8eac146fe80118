import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import { attachmentsById } from '../multus/attachment-index.ts';
import { deviceNeedOf } from '../multus/device-need.ts';
import { neededDevices } from '../workload/device-resources.ts';
import type { NetworkDraft } from '../workload/draft.ts';

/**
 * The draft with `deviceResources` as its attachments ask for them (R12). While attachments cannot be read nothing is
 * taken away.
 */
export function recountDevices(network: NetworkDraft, view: ClusterView): NetworkDraft {
  const attachments = known(view.attachments);
  if (!attachments) return network;
  const byId = attachmentsById(attachments);
  return { ...network, deviceResources: neededDevices(network, (id) => deviceNeedOf(byId.get(id))) };
}
