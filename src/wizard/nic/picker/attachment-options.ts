import { known, type ClusterView } from '../../../domain/cluster-view.ts';
import {
  attachmentsFor,
  type AttachmentAsker,
  type AttachmentExplanation,
} from '../../../domain/spiderpool/attachment-eligibility.ts';
import type { PodContext } from '../../../domain/spiderpool/pod-context.ts';
import type { PickerOption } from './PickerPanel.tsx';

/** An attachment in the picker; `''` is the cluster's default, for eth0. */
export type AttachmentOption = PickerOption & {
  /** `undefined` for the cluster's default, and for a name that was typed while attachments cannot be read. */
  readonly explained: AttachmentExplanation | undefined;
};

/**
 * Every attachment, those that will work first; for eth0 the cluster's default before all. Pools that were chosen first
 * narrow the choice (S13); a NIC that has an attachment may change it, and then loses the pools that are not for the new
 * one (S12).
 */
export function attachmentOptions(
  asker: AttachmentAsker,
  pod: PodContext,
  view: ClusterView,
): readonly AttachmentOption[] {
  const { network, index } = asker;
  const nic = index === 'eth0' ? network.eth0 : network.nics[index];
  const options = attachmentsFor(asker, pod, view).map((explained): AttachmentOption => {
    const refusals = explained.reasons.filter(({ effect }) => effect === 'no');
    const onlyByPools = refusals.every(({ code }) => code === 'attachment.excludedByPool');
    const works = refusals.length === 0 || (onlyByPools && nic?.attachment !== '');
    return { id: explained.attachment.id, works, explained };
  });
  const attachments = [...options.filter(({ works }) => works), ...options.filter(({ works }) => !works)];
  return index === 'eth0' ? [{ id: '', works: true, explained: undefined }, ...attachments] : attachments;
}

/** How many devices of a resource each node can give, as the nodes say; only nodes that have the resource. */
export function devicesByNode(
  view: ClusterView,
  resource: string,
): readonly { name: string; count: string }[] {
  return (known(view.nodes) ?? []).flatMap(({ name, allocatable }) => {
    const count = allocatable[resource];
    return count === undefined || count === '0' ? [] : [{ name, count }];
  });
}
