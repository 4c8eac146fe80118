import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import type { Attachment } from '../multus/attachment.ts';
import { usesSpiderpool } from '../multus/attachment.ts';
import { isDeviceCniType, isKnownCniType } from '../multus/cni-config.ts';
import { deviceNeedOf } from '../multus/device-need.ts';
import { addressFamilies } from '../ip/address.ts';
import { candidateNodes } from '../node-facts.ts';
import type { NetworkDraft } from '../workload/draft.ts';
import { allowsAttachment } from './attachment-rule.ts';
import type { PodContext } from './pod-context.ts';
import { poolsByName } from './pool-index.ts';
import { addressOrigins } from './precedence.ts';
import { sortByVerdict, verdictOf } from './reason.ts';
import type { Reason, Verdict } from './reason.ts';
import { isOverlayResolution, overlayStanding, resolveNics } from './resolve-nics.ts';
import { withNic } from './with-nic.ts';
import type { NicIndex } from './with-nic.ts';

export type AttachmentReasonCode =
  /** Its configuration cannot be read: no Pod can use it. */
  | 'attachment.unreadable'
  /** An overlay cannot be an added NIC. */
  | 'attachment.overlay'
  /** A CNI file of the nodes makes the NIC, and nobody here knows what is in it. */
  | 'attachment.nodeFile'
  /** A CNI type whose behaviour the console does not know. */
  | 'attachment.unknownType'
  /** The NIC gets no address from Spiderpool: another IPAM, or `disableIPAM`. */
  | 'attachment.otherIpam'
  | 'attachment.noDefaultPool'
  /** SR-IOV without the annotation that names its resource. */
  | 'attachment.noResource'
  /** No node on which the Pod may land has a device of the resource. */
  | 'attachment.resourceAbsent'
  /** A pool that is chosen for the NIC is bound to other attachments. */
  | 'attachment.excludedByPool'
  /** Its coordinator says `underlay` beside an overlay eth0. */
  | 'attachment.coordinatorMode';

export type AttachmentReason = Reason<AttachmentReasonCode>;

export interface AttachmentExplanation {
  readonly attachment: Attachment;
  readonly verdict: Verdict;
  readonly reasons: readonly AttachmentReason[];
}

/** The NIC for which an attachment is asked, in its draft. */
export interface AttachmentAsker {
  readonly network: NetworkDraft;
  readonly index: NicIndex;
}

/** Whether a NIC of the draft may use the attachment (domain reference 1.7, 1.9; states S9, S13, S14, S23). */
export function explainAttachment(
  attachment: Attachment,
  asker: AttachmentAsker,
  pod: PodContext,
  view: ClusterView,
): AttachmentExplanation {
  const reasons = [
    ...configReasons(attachment, asker, view),
    ...deviceReasons(attachment, pod, view),
    ...addressReasons(attachment, asker, pod, view),
  ];
  return { attachment, verdict: verdictOf(reasons), reasons };
}

/** Every attachment, the eligible ones first. Empty when attachments cannot be read. */
export function attachmentsFor(
  asker: AttachmentAsker,
  pod: PodContext,
  view: ClusterView,
): readonly AttachmentExplanation[] {
  return sortByVerdict(
    (known(view.attachments) ?? []).map((attachment) => explainAttachment(attachment, asker, pod, view)),
    ({ attachment }) => attachment.id,
  );
}

function configReasons(
  attachment: Attachment,
  { network, index }: AttachmentAsker,
  view: ClusterView,
): AttachmentReason[] {
  const { config, id } = attachment;
  if (config.kind === 'unreadable') return [no('attachment.unreadable', id, { problem: config.problem })];
  const reasons: AttachmentReason[] = [];
  const added = index !== 'eth0';
  const [eth0] = resolveNics(network, view);
  const overlay = added ? overlayStanding(attachment, eth0, view) : 'no';
  if (overlay === 'yes') reasons.push(no('attachment.overlay', id));
  if (overlay === 'maybe') reasons.push(maybe('attachment.nodeFile', id));
  if (config.kind === 'file') return reasons;
  if (!isKnownCniType(config.cniType)) {
    reasons.push(maybe('attachment.unknownType', id, { cniType: config.cniType }));
  }
  if (added && !config.overlay && !config.spiderpool) {
    reasons.push(maybe('attachment.otherIpam', id, { ipam: config.ipamType ?? '' }));
  }
  if (added && config.coordinatorMode === 'underlay' && eth0 && isOverlayResolution(eth0.resolution)) {
    reasons.push(no('attachment.coordinatorMode', id));
  }
  return reasons;
}

function deviceReasons(attachment: Attachment, pod: PodContext, view: ClusterView): AttachmentReason[] {
  const { config, id } = attachment;
  const need = deviceNeedOf(attachment);
  if (need === undefined) {
    if (config.kind !== 'decoded' || !isDeviceCniType(config.cniType)) return [];
    const upstream = 'SRIOV-CNI failed to load netconf: LoadConf(): VF pci addr is required';
    return [no('attachment.noResource', id, {}, upstream)];
  }
  const nodes = known(view.nodes);
  if (!nodes) return [];
  const able = candidateNodes(nodes, pod.nodeSelector, pod.tolerations).some(({ allocatable }) => {
    const devices = allocatable[need.name];
    return devices !== undefined && devices !== '0';
  });
  if (able) return [];
  return [no('attachment.resourceAbsent', id, { resource: need.name }, `Insufficient ${need.name}`)];
}

function addressReasons(
  attachment: Attachment,
  { network, index }: AttachmentAsker,
  pod: PodContext,
  view: ClusterView,
): AttachmentReason[] {
  if (!usesSpiderpool(attachment)) return [];
  const { id } = attachment;
  const asked = withNic(network, index, (nic) => ({ ...nic, attachment: id }));
  if (network.source === 'default') {
    const origin = addressOrigins(asked, pod.namespace, view)[index === 'eth0' ? 0 : index + 1];
    if (origin?.from === 'nowhere') return [no('attachment.noDefaultPool', id, {}, origin.failure)];
    return origin?.from === 'cluster' ? [maybe('attachment.noDefaultPool', id)] : [];
  }
  if (network.source !== 'pools') return [];
  const pools = poolsByName(known(view.pools) ?? []);
  const nic = index === 'eth0' ? asked.eth0 : asked.nics[index];
  const excluding = addressFamilies
    .flatMap((family) => nic?.pools[family] ?? [])
    .filter((name) => {
      const pool = pools.get(name);
      return pool && !allowsAttachment(pool, id, view.settings.namespace);
    });
  return excluding.length === 0 ? [] : [no('attachment.excludedByPool', id, { pools: excluding.join(', ') })];
}

type Params = AttachmentReason['params'];

function no(
  code: AttachmentReasonCode,
  attachment: string,
  params: Params = {},
  upstream?: string,
): AttachmentReason {
  const words = upstream === undefined ? {} : { upstream };
  return { code, effect: 'no', params: { attachment, ...params }, ...words };
}

function maybe(code: AttachmentReasonCode, attachment: string, params: Params = {}): AttachmentReason {
  return { code, effect: 'conditional', params: { attachment, ...params } };
}
